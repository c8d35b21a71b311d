import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { type GroupRecord, OrgTree } from '@squadron/plugin-org-model-common';
import { defaultLimits } from '../domain/expiry';
import { defaultQuota } from '../manifests/environment';
import { ClusterLook } from '../services/ClusterLook';
import { Clusters } from '../services/Clusters';
import { ComponentOwners } from '../services/ComponentOwners';
import {
  type Actor,
  EnvironmentCommands,
} from '../services/EnvironmentCommands';
import { EnvironmentQueries } from '../services/EnvironmentQueries';
import type { ClusterClient } from '../clusters/ClusterClient';
import { made } from './records';

const group = (name: string, parent?: string): GroupRecord => ({
  ref: `group:default/${name}`,
  name,
  title: `The ${name}`,
  type: 'squad',
  parent: parent && `group:default/${parent}`,
  lifecycle: 'active',
  roles: [],
  onCall: false,
});

/** A division with two squads, and an engineer of one of them. */
const tree = new OrgTree({
  at: made.toISOString(),
  groups: [
    group('division-1b'),
    group('squad-b-1', 'division-1b'),
    group('squad-c-1'),
  ],
  people: [
    {
      ref: 'user:default/engineer-b-1',
      name: 'engineer-b-1',
      title: 'B-1 Engineer',
      memberOf: ['group:default/squad-b-1'],
    },
  ],
});

/** A clock that stands still until it is set. */
class TestClock {
  at = made;
  readonly now = () => this.at;
}

/** The services of the plugin on some clusters, with what the catalog has. */
export function setupServices(
  clients: readonly ClusterClient[],
  entities: Entity[] = [],
) {
  const clock = new TestClock();
  const { now } = clock;
  const clusters = new Clusters(clients);
  const look = new ClusterLook({ now });
  const orgModel = { tree: async () => tree };
  const limits = defaultLimits;
  const shared = { clusters, look, orgModel, limits, now };
  const queries = new EnvironmentQueries(shared);
  const commands = new EnvironmentCommands({
    ...shared,
    owners: new ComponentOwners({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities }),
      orgModel,
    }),
    queries,
    quota: defaultQuota,
  });
  return { clock, clusters, look, orgModel, queries, commands };
}

/** Somebody who may do everything for one group and nothing for others. */
export function actorOf(squad: string): Actor {
  return {
    by: `user:default/engineer-${squad}`,
    async require({ name }, of) {
      if (of === `group:default/${squad}`) return;
      throw new NotAllowedError(`This needs ${name} for ${of}`);
    },
  };
}
