import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { OrgTree } from '@squadron/plugin-org-model-common';
import type { Knex } from 'knex';
import { CellKeeper } from '../engine/CellKeeper';
import { RollUpKeeper } from '../engine/RollUpKeeper';
import { StalenessKeeper } from '../engine/StalenessKeeper';
import { CellProblems } from '../services/CellProblems';
import { TreeHistory } from '../services/TreeHistory';
import { kpi, ratio, target } from './kpi';
import { group } from './records';
import {
  component,
  openReplicas,
  sampleCommands,
  verdictServices,
} from './verdicts';

export const a = 'group:default/a';
export const b = 'group:default/b';
export const company = 'group:default/company';
/** A company of these squads. */
export const treeOf = (...squads: string[]) =>
  new OrgTree({
    at: '2026-11-28T00:00:00Z',
    groups: [
      group('company', { type: 'organization' }),
      ...squads.map(name => group(name, { parent: 'company' })),
    ],
    people: [],
  });
const each = { to: 'each', type: 'squad', below: 'company' } as const;
export const uptime = ratio('uptime', {
  category: 'availability',
  appliesTo: each,
  targets: [target('>= 99%')],
});
export const speed = kpi('speed', {
  category: 'speed',
  direction: 'down',
  unit: 's',
  onNoData: 'ignore',
  targets: [target('< 10 s')],
});
export const latency = kpi('latency', {
  unit: 'ms',
  appliesTo: { to: 'components', below: 'company' },
});
export const who = { source: 'push', by: 'user:default/ann' };
/** Samples of ten events, of which none or five are bad. */
export const good = (entity: string, at: string) => ({
  kpi: 'uptime',
  entity,
  at,
  bad: 0,
  total: 10,
});
export const bad = (entity: string, at: string) => ({
  ...good(entity, at),
  bad: 5,
});

/** What keeps cells and their roll-ups, of two squads and a component, over tables that are open. */
export function keepersOf(knex: Knex) {
  const replicas = openReplicas(knex);
  const services = verdictServices({
    kpis: [uptime, speed, latency],
    tree: treeOf('a', 'b'),
    components: [component('shop', a)],
    now: '2026-11-28T12:00:00Z',
  });
  const replica = (tables = knex) => {
    const { database, rollUp, commands } = sampleCommands(tables, services);
    const options = { ...services, database, rollUp };
    const pastTrees = new Map<string, OrgTree>();
    const history = new TreeHistory({
      now: services.now,
      directory: {
        async tree({ asOf } = {}) {
          if (!asOf) return services.world.tree;
          const past = pastTrees.get(asOf);
          if (past) return past;
          throw new NotFoundError(`Nothing is known of ${asOf}`);
        },
      },
    });
    return {
      commands,
      rollUp,
      database,
      pastTrees,
      cells: new CellKeeper(options),
      staleness: new StalenessKeeper(options),
      problems: new CellProblems(options),
      health: new RollUpKeeper({
        ...options,
        history,
        logger: mockServices.logger.mock(),
      }),
    };
  };
  return { ...replicas, ...services, replica, ...replica() };
}
