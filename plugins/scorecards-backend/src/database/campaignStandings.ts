import type { Knex } from 'knex';
import { isSqlite } from '@squadron/backend-kit';
import type { AlikeCells } from '../domain/campaigns';
import { dayOf } from '../domain/day';
import type { CampaignStanding, StoredCampaign } from './CampaignStore';
import {
  BigIntColumn,
  fromFreshness,
  fromVerdict,
  toFreshness,
  toVerdict,
} from './rows';

interface AlikeRow {
  campaign: string;
  grp: string;
  verdict: number;
  freshness: number;
  has_target: boolean | number;
  waived: boolean | number;
  cells: BigIntColumn;
  points: number | null;
  weight: number | null;
}

const met = fromVerdict('met');
const fresh = fromFreshness('fresh');

const toAlike = (row: AlikeRow): AlikeCells => ({
  verdict: toVerdict(row.verdict),
  freshness: toFreshness(row.freshness),
  hasTarget: Boolean(row.has_target),
  waived: Boolean(row.waived),
  cells: Number(row.cells),
  points: row.points ?? 0,
  weight: row.weight ?? 0,
});

/** What counts of a group of rows that stand alike, in columns of the table. */
const sums = (table: string) => `count(*) as cells,
  sum(${table}.points * ${table}.weight) as points,
  sum(case when ${table}.points is null then 0 else ${table}.weight end) as weight`;

/** How campaigns stood and stand, in four statements. */
export async function readStandings(
  knex: Knex,
  campaigns: readonly StoredCampaign[],
  now: number,
): Promise<Map<string, CampaignStanding>> {
  const ids = campaigns.map(({ id }) => id);
  const [start, present, progress, steps] = await Promise.all([
    startOf(knex, ids),
    presentOf(knex, ids, now),
    progressOf(knex, ids),
    stepsOf(knex, campaigns, dayOf(now)),
  ]);
  return new Map(
    ids.map(id => {
      const isOf = ({ campaign }: { campaign: string }) => campaign === id;
      const { to_fix, fixed, total } = progress.find(isOf) ?? {};
      return [
        id,
        {
          start: start.filter(isOf).map(toAlike),
          now: present
            .filter(isOf)
            .map(row => ({ ...toAlike(row), group: row.grp })),
          toFix: Number(to_fix ?? 0),
          fixed: Number(fixed ?? 0),
          total: Number(total ?? 0),
          steps: steps
            .filter(isOf)
            .map(({ day, change }) => ({ day, change: Number(change) })),
        },
      ];
    }),
  );
}

async function startOf(knex: Knex, ids: string[]): Promise<AlikeRow[]> {
  const columns = ['campaign', 'verdict', 'freshness', 'has_target', 'waived'];
  return knex('campaign_cells')
    .whereIn('campaign', ids)
    .groupBy(columns)
    .select(...columns, knex.raw(sums('campaign_cells')));
}

async function presentOf(
  knex: Knex,
  ids: string[],
  now: number,
): Promise<AlikeRow[]> {
  const columns = ['campaign', 'grp', 'verdict', 'freshness', 'has_target'];
  const waived = knex.raw(
    'case when cells.waived_until > ? then 1 else 0 end',
    [now],
  );
  return knex
    .from(
      knex('campaign_kpis')
        .join('cells', 'cells.kpi', 'campaign_kpis.kpi')
        .whereIn('campaign', ids)
        .select(...columns, 'points', 'weight', { waived })
        .as('alike'),
    )
    .groupBy([...columns, 'waived'])
    .select(...columns, 'waived', knex.raw(sums('alike')));
}

interface ProgressRow {
  campaign: string;
  to_fix: BigIntColumn;
  fixed: BigIntColumn;
  total: BigIntColumn;
}

/** A cell that is gone is neither fixed nor left to be fixed. */
async function progressOf(knex: Knex, ids: string[]): Promise<ProgressRow[]> {
  const isMet = (table: string) =>
    `(${table}.verdict = ${met} and ${table}.freshness = ${fresh})`;
  return knex('campaign_cells as begun')
    .join('cells', join =>
      join.on('cells.kpi', 'begun.kpi').andOn('cells.entity', 'begun.entity'),
    )
    .whereIn('campaign', ids)
    .where('begun.has_target', true)
    .groupBy('campaign')
    .select(
      'campaign',
      knex.raw(`count(*) as total,
        sum(case when not ${isMet('begun')} then 1 else 0 end) as to_fix,
        sum(case when not ${isMet('begun')} and ${isMet('cells')} then 1 else 0 end) as fixed`),
    );
}

interface StepRow {
  campaign: string;
  day: number;
  change: BigIntColumn;
}

/**
 * On which days cells became met and ceased to be so. A verdict counts until the next day with
 * samples, and no longer than it is fresh: who stops measuring does not stay met.
 */
async function stepsOf(
  knex: Knex,
  campaigns: readonly StoredCampaign[],
  today: number,
): Promise<StepRow[]> {
  const least = isSqlite(knex) ? 'min' : 'least';
  const earliest = Math.min(
    ...campaigns.map(
      ({ fromDay, kpis }) =>
        fromDay - Math.max(...kpis.map(({ freshDays }) => freshDays)),
    ),
    today,
  );
  const spans = knex('campaign_cells as begun')
    .join('campaign_kpis as asked', join =>
      join
        .on('asked.campaign', 'begun.campaign')
        .andOn('asked.kpi', 'begun.kpi'),
    )
    .join('daily', join =>
      join.on('daily.kpi', 'begun.kpi').andOn('daily.entity', 'begun.entity'),
    )
    .whereIn(
      'begun.campaign',
      campaigns.map(({ id }) => id),
    )
    .where('begun.has_target', true)
    .whereBetween('daily.day', [earliest, today])
    .select(
      'begun.campaign',
      'daily.verdict',
      { first: 'daily.day' },
      knex.raw(`${least}(
        coalesce(lead(daily.day) over (
          partition by begun.campaign, daily.kpi, daily.entity order by daily.day
        ), daily.day + asked.fresh_days),
        daily.day + asked.fresh_days
      ) as ended`),
    );
  const isMet = { verdict: met };
  return knex
    .with('spans', spans)
    .from(
      knex('spans')
        .where(isMet)
        .select('campaign', { day: 'first' }, knex.raw('1 as change'))
        .unionAll(
          knex('spans')
            .where(isMet)
            .select('campaign', { day: 'ended' }, knex.raw('-1 as change')),
        )
        .as('steps'),
    )
    .groupBy(['campaign', 'day'])
    .select('campaign', 'day', knex.raw('sum(change) as change'));
}
