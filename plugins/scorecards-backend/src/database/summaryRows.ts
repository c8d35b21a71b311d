import {
  HealthCount,
  addHealth,
  countCell,
  emptyHealth,
} from '../domain/scoring';
import { combine, emptyParts } from '../domain/parts';
import type { KpiSummary } from './CellReadStore';
import { PartsRow, toFreshness, toParts, toVerdict } from './rows';

/** Cells of a KPI that stand alike; PostgreSQL gives counts as text. */
export interface SummaryRow extends PartsRow {
  kpi: string;
  verdict: number;
  freshness: number;
  has_target: number | boolean;
  waived: number | boolean;
  cells: number | string;
  valued: number | string;
  score_points: number;
  score_weight: number;
}

export const summaryGroups = [
  'kpi',
  'verdict',
  'freshness',
  'has_target',
  'waived',
];

/** What cells that stand alike add up to. */
export const summaryColumns = `
  waived_until is not null as waived,
  count(*) as cells,
  count(value) as valued,
  coalesce(sum(points * weight), 0) as score_points,
  coalesce(sum(case when points is not null then weight end), 0) as score_weight,
  coalesce(sum(sum), 0) as sum,
  coalesce(sum(count), 0) as count,
  coalesce(min(case when count > 0 then min end), 0) as min,
  coalesce(max(case when count > 0 then max end), 0) as max`;

function healthOf(row: SummaryRow): HealthCount {
  const one = countCell({
    verdict: toVerdict(row.verdict),
    freshness: toFreshness(row.freshness),
    hasTarget: Boolean(row.has_target),
    waived: Boolean(row.waived),
    weight: 0,
  });
  const cells = Number(row.cells);
  const count = { ...one };
  for (const field of Object.keys(one) as (keyof HealthCount)[]) {
    count[field] = one[field] * cells;
  }
  return { ...count, points: row.score_points, weight: row.score_weight };
}

/** One summary for each KPI, in the order of the rows. */
export function toSummaries(rows: readonly SummaryRow[]): KpiSummary[] {
  const summaries = new Map<string, KpiSummary>();
  for (const row of rows) {
    const { kpi } = row;
    const known = summaries.get(kpi) ?? {
      kpi,
      entities: 0,
      fresh: 0,
      parts: emptyParts,
      health: emptyHealth,
    };
    const isFresh = toFreshness(row.freshness) === 'fresh';
    summaries.set(kpi, {
      kpi,
      entities: known.entities + Number(row.cells),
      fresh: known.fresh + (isFresh ? Number(row.valued) : 0),
      parts: combine(known.parts, toParts(row)),
      health: addHealth(known.health, healthOf(row)),
    });
  }
  return [...summaries.values()];
}
