import type { Kpi } from '@squadron/plugin-scorecards-common';
import { dayOf, startOf } from '../domain/day';
import { chance } from './chance';

const hour = 3_600;
const day = 86_400;
const fineDays = 3;
/** Seconds before the end of a day or hour, so that its value is fresh at the end and belongs to it. */
const earlySeconds = 60;
/** Days that a history reaches back. */
export const HISTORY_DAYS = 90;

/** A moment at which something is measured, and the time that it is about. */
export interface Slot {
  /** In milliseconds. */
  at: number;
  /** Until the moment. */
  seconds: number;
}

/** When a KPI of an entity was measured after a moment, up to now. */
export interface Span {
  /** In milliseconds; nothing was measured up to then. */
  after: number;
  now: number;
}

/**
 * Moments at which a KPI is measured: once a day, or once in its cadence where that is longer. Of what
 * is measured more often, the last three days have it each half hour and the last hour as often as it
 * comes, which burn rates need; the days before would only be more rows of the same.
 */
export function slotsOf(kpi: Kpi, entity: string, span: Span): Slot[] {
  const { cadenceSeconds } = kpi;
  return cadenceSeconds >= day
    ? daySlots(span, Math.round(cadenceSeconds / day), chance(kpi.id, entity))
    : fineSlots(span, cadenceSeconds);
}

function daySlots({ after, now }: Span, everyDays: number, seed: number) {
  const slots: Slot[] = [];
  const first = Math.floor(seed * everyDays);
  // Nightly jobs do not all end at once.
  const time = (5 * hour + Math.floor(seed * 2 * hour)) * 1_000;
  for (let at = dayOf(after); at <= dayOf(now); at++) {
    if (at % everyDays !== first) continue;
    slots.push({ at: startOf(at) + time, seconds: everyDays * day });
  }
  return slots.filter(({ at }) => at > after && at <= now);
}

function fineSlots({ after, now }: Span, cadenceSeconds: number): Slot[] {
  const fineFrom = startOf(dayOf(now) - fineDays);
  const halfHours = Math.max(cadenceSeconds, hour / 2);
  // By the full hour, so that two who look a moment apart find the same.
  const lastFrom = Math.floor(now / 3_600_000 - 1) * 3_600_000;
  return [
    ...steps(Math.max(after, fineFrom - HISTORY_DAYS * day * 1_000), {
      to: fineFrom - 1,
      seconds: day,
      early: earlySeconds,
    }),
    ...steps(Math.max(after, fineFrom), {
      to: lastFrom,
      seconds: halfHours,
      early: earlySeconds,
    }),
    ...steps(Math.max(after, lastFrom), { to: now, seconds: cadenceSeconds }),
  ];
}

function steps(
  after: number,
  { to, seconds, early = 0 }: { to: number; seconds: number; early?: number },
): Slot[] {
  const step = seconds * 1_000;
  const shift = -early * 1_000;
  const slots: Slot[] = [];
  let at = (Math.floor((after - shift) / step) + 1) * step + shift;
  for (; at <= to; at += step) slots.push({ at, seconds });
  return slots;
}
