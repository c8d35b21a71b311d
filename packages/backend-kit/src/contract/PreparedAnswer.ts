import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response } from 'express';

const compress = promisify(gzip);

/**
 * An answer that was serialized once and is sent many times: with an ETag,
 * so that a caller who has it gets 304, and compressed at most once.
 */
export class PreparedAnswer {
  readonly etag: string;
  readonly #text: string;
  readonly #contentType: string;
  readonly #status: number;
  #gzip: Promise<Buffer> | undefined;

  private constructor(text: string, contentType: string, status = 200) {
    this.#text = text;
    this.#status = status;
    this.#contentType = contentType;
    this.etag = `W/"${createHash('sha256').update(text).digest('base64url')}"`;
  }

  /** With a `status` where the answer is not what the route has otherwise, such as 503. */
  static ofJson(value: unknown, { status = 200 } = {}): PreparedAnswer {
    const text = JSON.stringify(value);
    return new PreparedAnswer(text, 'application/json', status);
  }

  /** An answer that is not JSON, such as `text/calendar`. */
  static ofText(text: string, contentType: string): PreparedAnswer {
    return new PreparedAnswer(text, contentType);
  }

  /** Sends the answer, or 304 when the caller has it already. */
  async send(req: Request, res: Response): Promise<void> {
    res.status(this.#status).set({
      ETag: this.etag,
      'Cache-Control': 'private, no-cache',
      'Content-Type': `${this.#contentType}; charset=utf-8`,
    });
    res.vary('Accept-Encoding');
    if (req.fresh) {
      res.status(304).end();
      return;
    }
    if (!req.acceptsEncodings('gzip')) {
      res.send(this.#text);
      return;
    }
    this.#gzip ??= compress(this.#text, { level: 6 });
    res.set('Content-Encoding', 'gzip').send(await this.#gzip);
  }
}
