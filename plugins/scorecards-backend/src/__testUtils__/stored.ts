import type { Parts } from '@squadron/plugin-scorecards-common';
import type { StoredCell } from '../database/CellStore';
import type { DaySum, TouchedDay } from '../database/DayStore';
import type { StoredSample } from '../database/SampleStore';

export const squad = 'group:default/squad-b-1';

/** Parts of one value. */
export const one = (value: number): Parts => ({
  sum: value,
  count: 1,
  min: value,
  max: value,
});

/** A pushed sample of a squad. */
export function sample(at: number, parts: Parts, kpi = 'uptime'): StoredSample {
  return { kpi, entity: squad, at, ...parts, source: 'push', receivedAt: 1 };
}

/** A cell of a squad of which nothing is known. */
export function unknownCell(fields: Partial<StoredCell> = {}): StoredCell {
  return {
    kpi: 'uptime',
    entity: squad,
    group: squad,
    category: 'availability',
    verdict: 'none',
    freshness: 'no_data',
    hasTarget: true,
    reason: 'No sample yet',
    policy: 'bad',
    weight: 1,
    ...fields,
  };
}

/** A day of the squad on which samples came. */
export function touched(
  day: number,
  fields: Partial<TouchedDay> = {},
): TouchedDay {
  const key = { kpi: 'uptime', entity: squad, day };
  return { ...key, windowDays: 1, latestOnly: false, ...fields };
}

/** Days of which nothing is judged. */
export const unjudged = (sums: DaySum[]) =>
  sums.map(sum => ({ ...sum, verdict: 'none' as const }));
