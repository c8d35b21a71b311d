import type { Knex } from 'knex';
import { cell, definitionsOf, directory, groupRef, kpi, userRef } from './work';
import { DatabaseVerdicts } from '../database/DatabaseVerdicts';
import { DatabaseWaiverStore } from '../database/DatabaseWaiverStore';
import { WaiverCommands } from '../services/WaiverCommands';
import { WaiverQueries } from '../services/WaiverQueries';

const allowed = async () => {};
/** Somebody who may do all that a route asks for. */
export const by = (name: string) => ({
  by: userRef(name),
  mayRequest: allowed,
  mayDecide: allowed,
});
export const reason = 'The old site closes in December';
export const ask = {
  kpi: 'uptime',
  entity: 'squad',
  reason,
  until: '2026-12-10',
};

/** Waivers over tables that are open, with three cells that miss their target, at a time that a test sets. */
export async function waiversOf(knex: Knex) {
  const world = { now: new Date('2026-11-28T09:00:00Z'), notices: 0 };
  await new DatabaseVerdicts(knex).write(({ cells }) =>
    cells.put([
      cell('uptime', 'squad'),
      cell('uptime', 'company'),
      cell('uptime', 'other', {
        entity: 'component:default/shop',
        group: groupRef('other'),
      }),
    ]),
  );
  const store = new DatabaseWaiverStore(knex);
  const definitions = definitionsOf(kpi('uptime'), kpi('latency'));
  const options = { store, definitions, directory, now: () => world.now };
  const queries = new WaiverQueries(options);
  const commands = new WaiverCommands({
    ...options,
    queries,
    onNotice: () => {
      world.notices += 1;
    },
  });
  const noticesTo = async () =>
    (await knex('notices').orderBy('created_at').orderBy('id')).map(row => [
      row.id.replace(/^waiver:[^:]*:/, ''),
      ...JSON.parse(row.recipients),
    ]);

  return Object.assign(world, { knex, store, queries, commands, noticesTo });
}
