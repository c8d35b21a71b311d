import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { OrgTree } from '@squadron/plugin-org-model-common';
import type { Kpi } from '@squadron/plugin-scorecards-common';
import type { Knex } from 'knex';
import { Definitions } from '../services/Definitions';
import { Directory } from '../services/Directory';
import { TreeHistory } from '../services/TreeHistory';
import { createQueries } from '../services/createQueries';
import { now } from './read';

/** The queries over these tables, with these definitions and trees. */
export function queriesOf(options: {
  knex: Knex;
  kpis: Kpi[];
  treeAt: (asOf?: string) => Promise<OrgTree>;
  entities?: Entity[];
  clock?: () => Date;
}) {
  const { knex, kpis, treeAt, entities = [], clock = () => now } = options;
  const logger = mockServices.logger.mock();
  const directory = new Directory({
    orgModel: { tree: async ({ asOf } = {}) => treeAt(asOf) },
    catalog: catalogServiceMock({ entities }),
    auth: mockServices.auth(),
    now: clock,
  });
  const definitions = new Definitions({
    load: async () => ({ kpis, problems: [] }),
    logger,
    now: clock,
  });
  const history = new TreeHistory({ directory, now: clock });
  const shared = { definitions, directory, history, logger, now: clock };
  return createQueries({ ...shared, knex });
}
