import type { Status } from '@squadron/ui';

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** How much time is left, in words, and the mark where it is little. */
export interface Countdown {
  words: string;
  status?: Status;
}

/** Below this an end is near enough to be counted. */
export const soon = 12 * hour;

/** The two largest units that say something: `2 d 4 h`, `11 h 20 min`, `42 min 10 s`. */
function inWords(left: number): string {
  const whole = (unit: number, of: number) => Math.floor((left % of) / unit);
  if (left >= day) return `${Math.floor(left / day)} d ${whole(hour, day)} h`;
  if (left >= hour)
    return `${Math.floor(left / hour)} h ${whole(minute, hour)} min`;
  if (left >= minute) {
    return `${Math.floor(left / minute)} min ${whole(second, minute)} s`;
  }
  return `${Math.floor(left / second)} s`;
}

/** What a countdown shows with so many milliseconds left. */
export function countdownOf(left: number): Countdown {
  if (left <= 0) return { words: 'past its end', status: 'missed' };
  const words = inWords(left);
  if (left < hour) return { words, status: 'missed' };
  return left < soon ? { words, status: 'at-risk' } : { words };
}
