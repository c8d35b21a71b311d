import type { Request, Response } from 'express';

/** Aborts when whoever asked goes away before the answer has ended, or has gone already. */
export function signalOf(req: Request, res: Response): AbortSignal {
  const gone = new AbortController();
  const leave = () => {
    if (!res.writableEnded) gone.abort(new Error('Whoever asked has gone'));
  };
  // What has closed does not tell so again.
  if (res.destroyed || req.socket.destroyed) leave();
  else res.on('close', leave);
  return gone.signal;
}
