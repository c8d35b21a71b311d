import type { Entity } from '@backstage/catalog-model';
import { mockServices } from '@backstage/backend-test-utils';
import { OrgTree } from '@squadron/plugin-org-model-common';
import type { Kpi } from '@squadron/plugin-scorecards-common';
import createKnex, { Knex } from 'knex';
import { DatabaseVerdicts } from '../database/DatabaseVerdicts';
import { Definitions } from '../services/Definitions';
import { Directory } from '../services/Directory';
import { SampleCommands } from '../services/SampleCommands';

/** A second way to the tables that are open, as another replica has it. */
export function openReplicas(first: Knex) {
  const { client, connection } = first.client.config;
  if (client !== 'pg')
    return { knex: first, other: first, close: async () => {} };
  const other = createKnex({ client, connection, pool: { min: 0, max: 4 } });
  return { knex: first, other, close: () => other.destroy() };
}

/** A component of a test's catalog. */
export function component(name: string, owner: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

/** What takes samples over, of these definitions and this tree, at a time that a test sets. */
export function verdictServices(options: {
  kpis: Kpi[];
  tree: OrgTree;
  components?: Entity[];
  now: string;
}) {
  const world = { ...options, components: options.components ?? [] };
  const now = () => new Date(world.now);
  const getEntitiesByRefs = jest.fn(
    async ({ entityRefs }: { entityRefs: string[] }) => ({
      items: entityRefs.map(ref =>
        world.components.find(
          ({ metadata }) => ref === `component:default/${metadata.name}`,
        ),
      ),
    }),
  );
  const logger = mockServices.logger.mock();
  const definitions = new Definitions({
    load: async () => ({ kpis: world.kpis, problems: [] }),
    logger,
    now,
  });
  const directory = new Directory({
    orgModel: { tree: async () => world.tree },
    catalog: { getEntitiesByRefs },
    auth: mockServices.auth(),
    now,
  });
  return { world, now, definitions, directory, getEntitiesByRefs, logger };
}

/** Commands that write into these tables. */
export function sampleCommands(
  knex: Knex,
  services: ReturnType<typeof verdictServices>,
) {
  const rollUp = { soon: jest.fn() };
  const database = new DatabaseVerdicts(knex);
  return {
    database,
    rollUp,
    commands: new SampleCommands({ ...services, database, rollUp }),
  };
}
