import type { Waiver, WaiverState } from '@squadron/plugin-scorecards-common';
import type { Mark } from '../../../lib/marks';

/** The longest that a waiver may be asked for, in days. */
export const mostDays = 180;

const marks: Readonly<Record<WaiverState, Mark>> = {
  requested: { status: 'at-risk', words: 'waits for a decision' },
  approved: { status: 'waived', words: 'approved' },
  denied: { status: 'no-data', words: 'denied' },
  revoked: { status: 'no-data', words: 'revoked' },
  expired: { status: 'no-data', words: 'expired' },
};

/** The mark of a waiver, with the day until which it holds. */
export function waiverMark({
  state,
  until,
}: Pick<Waiver, 'state' | 'until'>): Mark {
  const { status, words } = marks[state];
  return state === 'approved'
    ? { status, words: `approved until ${until}` }
    : { status, words };
}

/** How many waivers wait, and how many of them for the reader; of `onlyMine` nothing is known of the others. */
export function waiversAnswer(
  waivers: readonly Waiver[],
  onlyMine = false,
): string {
  const waiting = waivers.filter(({ state }) => state === 'requested');
  const mine = waiting.filter(waiver => waiver.mine).length;
  if (onlyMine) {
    const count = waiting.length || 'No';
    return `${count} ${waiting.length > 1 ? 'waivers wait' : 'waiver waits'} for your decision.`;
  }
  const holding = waivers.filter(({ state }) => state === 'approved').length;
  const held = `${holding} ${holding === 1 ? 'target is' : 'targets are'} waived now.`;
  if (waiting.length === 0) return `No waiver waits for a decision; ${held}`;
  const verb = waiting.length === 1 ? 'waiver waits' : 'waivers wait';
  const forYou = mine ? `, ${mine} for yours` : '';
  return `${waiting.length} ${verb} for a decision${forYou}; ${held}`;
}
