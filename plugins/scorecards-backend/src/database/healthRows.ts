import type { BulkRow } from '@squadron/backend-kit';
import type { StoredHealth } from './HealthStore';

/** A row of `group_health`. */
export interface HealthRow {
  day: number;
  grp: string;
  category: StoredHealth['category'];
  met: number;
  at_risk: number;
  missed: number;
  tracked: number;
  stale: number;
  error: number;
  no_data: number;
  waived: number;
  targeted: number;
  fresh_targeted: number;
  points: number;
  weight: number;
  worst_ref: string | null;
  worst_score: number | null;
}

export const healthColumns = {
  day: 'integer',
  grp: 'text',
  category: 'text',
  met: 'integer',
  at_risk: 'integer',
  missed: 'integer',
  tracked: 'integer',
  stale: 'integer',
  error: 'integer',
  no_data: 'integer',
  waived: 'integer',
  targeted: 'integer',
  fresh_targeted: 'integer',
  points: 'real',
  weight: 'real',
  worst_ref: 'text',
  worst_score: 'real',
} as const;

export function fromHealth(
  day: number,
  health: StoredHealth,
): BulkRow<typeof healthColumns> {
  const { group, atRisk, noData, freshTargeted, worst, ...counts } = health;
  return {
    ...counts,
    day,
    grp: group,
    at_risk: atRisk,
    no_data: noData,
    fresh_targeted: freshTargeted,
    worst_ref: worst?.ref,
    worst_score: worst?.score,
  };
}

export function toHealthOfDay(row: HealthRow): StoredHealth {
  const { worst_ref: ref, worst_score: score } = row;
  return {
    group: row.grp,
    category: row.category,
    met: row.met,
    atRisk: row.at_risk,
    missed: row.missed,
    tracked: row.tracked,
    stale: row.stale,
    error: row.error,
    noData: row.no_data,
    waived: row.waived,
    targeted: row.targeted,
    freshTargeted: row.fresh_targeted,
    points: row.points,
    weight: row.weight,
    ...(ref !== null && score !== null && { worst: { ref, score } }),
  };
}
