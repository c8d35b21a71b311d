import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import type { WaiverState } from '@squadron/plugin-scorecards-common';
import { dayFrom, dayOf, dayText } from './day';

/** A waiver is for a while: what should never hold has the wrong target. */
const mostWaiverDays = 180;

/** The last day of a waiver that is asked for now, if it may be so long. */
export function untilDay(until: string, now: Date): number {
  const today = dayOf(now.getTime());
  const day = dayFrom(until);
  const last = today + mostWaiverDays;
  if (day < today || day > last) {
    throw new InputError(
      `A waiver ends between today and ${dayText(last)}, ${mostWaiverDays} days from now; "${until}" is not within that`,
    );
  }
  return day;
}

interface Standing {
  state: WaiverState;
  untilDay: number;
  version: number;
  decidedBy?: string;
  revokedBy?: string;
}

/** Says that somebody else was faster, and how it stands. */
export function waiverConflict({
  state,
  decidedBy,
  revokedBy,
}: Standing): ConflictError {
  const by = state === 'revoked' ? revokedBy : decidedBy;
  return new ConflictError(
    `Somebody else was faster: this waiver is ${state}${by ? ` by ${by}` : ''} now. Load it again to see how it stands`,
  );
}

/** Passes when the waiver is as the caller has seen it, in one of the states. */
export function requireState(
  waiver: Standing,
  version: number,
  states: readonly WaiverState[],
): void {
  if (waiver.version !== version || !states.includes(waiver.state)) {
    throw waiverConflict(waiver);
  }
}

/** Passes while a waiver that is granted now would hold for a moment at least. */
export function requireAhead(waiver: Standing, now: Date): void {
  if (waiver.untilDay < dayOf(now.getTime())) {
    throw new ConflictError(
      `This waiver was asked for until ${dayText(waiver.untilDay)}, which is past: ask again with a later day`,
    );
  }
}

/** Passes when the person is one of those who may. */
export function requireOneOf(
  person: string,
  those: readonly { ref: string }[],
  what: string,
): void {
  if (those.some(({ ref }) => ref === person)) return;
  const names = those.map(({ ref }) => ref).join(', ') || 'nobody at present';
  throw new NotAllowedError(
    `You cannot ${what}: that is for the leads above the owning group, and never for who asked (${names})`,
  );
}
