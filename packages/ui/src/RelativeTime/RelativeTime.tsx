import { DateTime } from 'luxon';
import { useTick } from '../clock';
import { whenWords } from './whenWords';

const minute = 60_000;

export interface RelativeTimeProps {
  /** A moment (ISO 8601 with its time) or a day of the calendar (`2026-11-28`). */
  at: string;
}

/** How long ago a moment or a day is, kept up to date; the date itself, on the person's clock, on hover. */
export function RelativeTime({ at }: RelativeTimeProps) {
  useTick(minute);
  const { relative, absolute } = whenWords(at, DateTime.now());
  return (
    <time dateTime={at} title={absolute}>
      {relative}
    </time>
  );
}
