import type { AuthService } from '@backstage/backend-plugin-api';
import type { CompoundEntityRef, Entity } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  GitAddresses,
  type GitHost,
  GitStore,
} from '@squadron/plugin-git-node';
import { mockAuditor } from './mockAuditor';
import { ProjectFinder } from '../services/ProjectFinder';

const addresses = new GitAddresses({
  appBaseUrl: 'http://localhost:3000',
  backendBaseUrl: 'http://localhost:7007',
});

/** A component as the catalog has it that the portal's repository of the same name defines. */
export function componentOf(
  name: string,
  more: { owner?: string; repository?: string; origin?: string } = {},
): Entity {
  const { owner = 'group:default/squad-b-1', repository = name } = more;
  const place = { name: repository, ref: 'main', path: 'catalog-info.yaml' };
  const location = `url:${addresses.of(place)}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      description: `Is ${name}`,
      labels: { 'cost-center': 'cc-1b', 'data-class': 'none' },
      annotations: {
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': more.origin ?? location,
      },
    },
    spec: { type: 'service', owner, system: 'system:default/squad-b-1' },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

/** A catalog in which everything was registered, but for entities that the configuration lists. */
export function catalogOf(
  entities: Entity[],
  configured: readonly string[] = [],
) {
  return Object.assign(catalogServiceMock({ entities }), {
    async getLocationByEntity(entityRef: string | CompoundEntityRef) {
      if (configured.includes(String(entityRef))) return undefined;
      const target = 'http://localhost:3000/git/shop/blob/main/x.yaml';
      const place = { type: 'url', target, entityRef: 'location:default/7' };
      return { id: '7', ...place };
    },
  });
}

/** The portal with repositories in a folder and a catalog, in which people may act for some groups. */
export function createPortal(options: {
  auth: AuthService;
  directory: string;
  entities: Entity[];
  allowed?: string[];
  /** Refs of entities that the configuration lists. */
  configured?: string[];
  gitHost?: GitHost;
}) {
  const {
    auth,
    entities,
    configured = [],
    gitHost,
    allowed = ['group:default/squad-b-1'],
  } = options;
  const git = {
    store: new GitStore({ directory: options.directory }),
    addresses,
  };
  const catalog = catalogOf(entities, configured);
  const asked: string[] = [];
  const projects = {
    async require(permission: { name: string }, _: unknown, group: string) {
      asked.push(`${permission.name} ${group}`);
      if (allowed.includes(group)) return;
      throw new NotAllowedError(`ask somebody of ${group}`);
    },
  };
  const { auditor } = mockAuditor();
  const finder = new ProjectFinder({ auth, catalog, git, gitHost });
  return { auditor, auth, catalog, finder, git, gitHost, projects, asked };
}
