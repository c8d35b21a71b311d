import { freshnesses, statuses } from '@squadron/plugin-scorecards-common';
import type { Status } from '@squadron/plugin-scorecards-common';
import type { HealthCount } from '../domain/scoring';
import type { KpiSummary } from './CellReadStore';
import { statusRank } from './cellFilter';
import { PartsRow } from './rows';

type Counted = Exclude<
  keyof HealthCount,
  'points' | 'weight' | 'waived' | 'targeted' | 'freshTargeted'
>;

const statusOfCount: Record<Counted, Status> = {
  met: 'met',
  atRisk: 'at_risk',
  missed: 'missed',
  tracked: 'tracked',
  stale: 'stale',
  error: 'error',
  noData: 'no_data',
};

const counts = Object.keys(statusOfCount) as Counted[];
const rankOf = (count: Counted) => statuses.indexOf(statusOfCount[count]);
const sumWhere = (condition: string) =>
  `sum(case when ${condition} then 1 else 0 end)`;
const fresh = `freshness = ${freshnesses.indexOf('fresh')}`;

/** One row of sums; PostgreSQL gives counts as text. */
export type SummaryRow = { kpi: string } & PartsRow & {
    [
      K in
        | `n_${Counted}`
        | 'n_waived'
        | 'n_targeted'
        | 'n_fresh_targeted'
        | 'n_entities'
        | 'n_fresh'
    ]: number | string;
  } & { score_points: number | null; score_weight: number | null };

/** What {@link toSummary} reads, of any group of cells. */
export const summaryColumns = [
  ...counts.map(
    count => `${sumWhere(`${statusRank} = ${rankOf(count)}`)} as "n_${count}"`,
  ),
  `${sumWhere('waived_until is not null')} as n_waived`,
  `${sumWhere('has_target')} as n_targeted`,
  `${sumWhere(`has_target and ${statusRank} <= ${rankOf('met')}`)} as n_fresh_targeted`,
  `count(*) as n_entities`,
  `${sumWhere(`${fresh} and value is not null`)} as n_fresh`,
  `coalesce(sum(points * weight), 0) as score_points`,
  `coalesce(sum(case when points is not null then weight end), 0) as score_weight`,
  `coalesce(sum(sum), 0) as sum`,
  `coalesce(sum(count), 0) as count`,
  // Parts without an event have no extremes.
  `coalesce(min(case when count > 0 then min end), 0) as min`,
  `coalesce(max(case when count > 0 then max end), 0) as max`,
].join(', ');

export function toSummary(row: SummaryRow): KpiSummary {
  const of = (count: Counted) => Number(row[`n_${count}`]);
  const { sum, count, min, max } = row;
  return {
    kpi: row.kpi,
    entities: Number(row.n_entities),
    fresh: Number(row.n_fresh),
    parts: { sum, count, min, max },
    health: {
      met: of('met'),
      atRisk: of('atRisk'),
      missed: of('missed'),
      tracked: of('tracked'),
      stale: of('stale'),
      error: of('error'),
      noData: of('noData'),
      waived: Number(row.n_waived),
      points: row.score_points ?? 0,
      weight: row.score_weight ?? 0,
      targeted: Number(row.n_targeted),
      freshTargeted: Number(row.n_fresh_targeted),
    },
  };
}
