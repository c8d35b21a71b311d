import type { BulkRow } from '@squadron/backend-kit';
import type {
  Category,
  NoDataPolicy,
} from '@squadron/plugin-scorecards-common';
import type { StoredCell } from './CellStore';
import {
  BigIntColumn,
  fromFreshness,
  fromVerdict,
  optional,
  optionalNumber,
  toFreshness,
  toVerdict,
} from './rows';

/** A row of `cells`. */
export interface CellRow {
  kpi: string;
  entity: string;
  grp: string;
  category: Category;
  verdict: number;
  freshness: number;
  has_target: number | boolean;
  value: number | null;
  bad_share: number | null;
  sum: number | null;
  count: number | null;
  min: number | null;
  max: number | null;
  text: string | null;
  target: string | null;
  at: BigIntColumn | null;
  since: BigIntColumn | null;
  stale_at: BigIntColumn | null;
  source: string | null;
  waived_until: BigIntColumn | null;
  reason: string;
  policy: NoDataPolicy;
  weight: number;
  points: number | null;
  problem: string | null;
}

function partsOf({ sum, count, min, max }: CellRow): StoredCell['parts'] {
  return sum === null || count === null || min === null || max === null
    ? undefined
    : { sum, count, min, max };
}

export function toCell(row: CellRow): StoredCell {
  return {
    kpi: row.kpi,
    entity: row.entity,
    group: row.grp,
    category: row.category,
    verdict: toVerdict(row.verdict),
    freshness: toFreshness(row.freshness),
    hasTarget: Boolean(row.has_target),
    value: optional(row.value),
    badShare: optional(row.bad_share),
    parts: partsOf(row),
    text: optional(row.text),
    target: optional(row.target),
    at: optionalNumber(row.at),
    since: optionalNumber(row.since),
    staleAt: optionalNumber(row.stale_at),
    source: optional(row.source),
    waivedUntil: optionalNumber(row.waived_until),
    reason: row.reason,
    policy: row.policy,
    weight: row.weight,
    points: optional(row.points),
    problem: optional(row.problem),
  };
}

/** What is written of a cell: all but `waived_until`, which follows the waivers. */
export const cellColumns = {
  kpi: 'text',
  entity: 'text',
  grp: 'text',
  category: 'text',
  verdict: 'integer',
  freshness: 'integer',
  has_target: 'boolean',
  value: 'real',
  bad_share: 'real',
  sum: 'real',
  count: 'real',
  min: 'real',
  max: 'real',
  text: 'text',
  target: 'text',
  at: 'integer',
  since: 'integer',
  stale_at: 'integer',
  source: 'text',
  reason: 'text',
  policy: 'text',
  weight: 'real',
  points: 'real',
  problem: 'text',
} as const;

export function fromCell(cell: StoredCell): BulkRow<typeof cellColumns> {
  return {
    kpi: cell.kpi,
    entity: cell.entity,
    grp: cell.group,
    category: cell.category,
    verdict: fromVerdict(cell.verdict),
    freshness: fromFreshness(cell.freshness),
    has_target: cell.hasTarget,
    value: cell.value,
    bad_share: cell.badShare,
    ...cell.parts,
    text: cell.text,
    target: cell.target,
    at: cell.at,
    since: cell.since,
    stale_at: cell.staleAt,
    source: cell.source,
    reason: cell.reason,
    policy: cell.policy,
    weight: cell.weight,
    points: cell.points,
    problem: cell.problem,
  };
}
