import type { Knex } from 'knex';
import { cell, definitionsOf, directory, groupRef, kpi, userRef } from './work';
import type { StoredCell } from '../database/CellStore';
import { DatabaseCampaignStore } from '../database/DatabaseCampaignStore';
import { DatabaseVerdicts } from '../database/DatabaseVerdicts';
import { fromVerdict } from '../database/rows';
import { dayFrom, startOf } from '../domain/day';
import { CampaignCommands } from '../services/CampaignCommands';
import { CampaignQueries } from '../services/CampaignQueries';
import { CampaignStart } from '../services/CampaignStart';

/** Who leads the division. */
export const by = { by: userRef('dora'), mayManage: async () => {} };
/** A campaign of the division. */
export const body = {
  title: 'Green by Christmas',
  description: '',
  group: 'division',
  kpis: ['uptime', 'latency'],
  owner: 'user:default/dora',
  from: '2026-11-28',
  due: '2026-12-24',
};
const day = 86_400;

/** Campaigns over tables that are open, with cells of two KPIs, at a time that a test sets. */
export async function campaignsOf(knex: Knex) {
  const world = { now: new Date('2026-11-28T09:00:00Z') };
  const verdicts = new DatabaseVerdicts(knex);
  const put = (...cells: StoredCell[]) =>
    verdicts.write(stores => stores.cells.put(cells));
  const fixed = (id_: string, entity: string) =>
    put(cell(id_, entity, { verdict: 'met', points: 1 }));
  const measured = async (
    entity: string,
    date: string,
    verdict: 'met' | 'missed',
  ) =>
    knex('daily').insert({
      kpi: 'uptime',
      entity: groupRef(entity),
      day: dayFrom(date),
      at: startOf(dayFrom(date)) + 1,
      verdict: fromVerdict(verdict),
      sum: 1,
      count: 1,
      min: 1,
      max: 1,
    });

  await put(
    cell('uptime', 'squad'),
    cell('uptime', 'other', { verdict: 'met', points: 1, weight: 2 }),
    cell('uptime', 'far'),
    cell('latency', 'squad', { verdict: 'none', freshness: 'no_data' }),
    cell('cost', 'squad'),
  );
  const options = {
    store: new DatabaseCampaignStore(knex),
    definitions: definitionsOf(
      kpi('uptime', { freshSeconds: 2 * day }),
      kpi('latency'),
      kpi('cost'),
    ),
    directory,
    now: () => world.now,
  };
  const commands = new CampaignCommands({
    ...options,
    start: new CampaignStart({ ...options, verdicts: verdicts.read }),
  });
  const queries = new CampaignQueries(options);
  return Object.assign(world, {
    knex,
    commands,
    queries,
    put,
    fixed,
    measured,
  });
}
