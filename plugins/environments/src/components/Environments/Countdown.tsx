import type { Environment } from '@squadron/plugin-environments-common';
import { StatusMark, useTick } from '@squadron/ui';
import { countdownOf, hour, minute, second } from '../../lib/countdown';
import { momentInWords } from '../../lib/moments';
import { isGoing } from '../../lib/phases';

export interface CountdownProps {
  environment: Pick<Environment, 'expiresAt' | 'phase'>;
  /** How far the clock of the server is ahead of this one's, in milliseconds. */
  ahead: number;
}

/** How long an environment stays, by the clock of the server; it counts on while it is in sight. */
export function Countdown({ environment, ahead }: CountdownProps) {
  const { expiresAt, phase } = environment;
  const left = Date.parse(expiresAt) - (Date.now() + ahead);
  useTick(left < hour ? second : minute);
  if (isGoing(phase)) return <>–</>;
  const { words, status } = countdownOf(left);
  const time = (
    <time dateTime={expiresAt} title={momentInWords(expiresAt)}>
      {words}
    </time>
  );
  // That it goes soon unless its golden path ends well is no reason to worry.
  return status && phase !== 'preparing' ? (
    <StatusMark status={status}>{time}</StatusMark>
  ) : (
    time
  );
}
