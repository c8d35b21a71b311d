import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  BackendFeature,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  EntityProvider,
  EntityProviderConnection,
  catalogProcessingExtensionPoint,
} from '@backstage/plugin-catalog-node';
import request from 'supertest';
import orgModelPlugin from '..';

/** An entity of a test's catalog. */
export function entity(kind: string, name: string, spec: object): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      annotations: {
        'backstage.io/managed-by-location': `test:${name}`,
        'backstage.io/managed-by-origin-location': `test:${name}`,
      },
    },
    spec: { ...spec },
  };
}

/** Puts entities into the catalog, at the start and later. */
export class StaticProvider implements EntityProvider {
  #connection: EntityProviderConnection | undefined;
  #entities: Entity[];

  constructor(entities: Entity[]) {
    this.#entities = entities;
  }

  getProviderName() {
    return 'static';
  }

  async connect(connection: EntityProviderConnection) {
    this.#connection = connection;
    await this.provide(this.#entities);
  }

  async provide(entities: Entity[]) {
    this.#entities = entities;
    await this.#connection?.applyMutation({
      type: 'full',
      entities: entities.map(each => ({ entity: each })),
    });
  }

  asModule(): BackendFeature {
    return createBackendModule({
      pluginId: 'catalog',
      moduleId: 'static-provider',
      register: env => {
        env.registerInit({
          deps: { catalog: catalogProcessingExtensionPoint },
          init: async ({ catalog }) => catalog.addEntityProvider(this),
        });
      },
    });
  }
}

/** The plugin beside the real catalog, with callers by name. */
export async function startWithCatalog(
  provider: StaticProvider,
  features: BackendFeature[] = [],
  orgModel: { onboarding?: { directory: string } } = {},
) {
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      orgModelPlugin,
      provider.asModule(),
      mockServices.rootConfig.factory({
        data: {
          backend: {
            baseUrl: 'http://localhost:7007',
            database: { client: 'better-sqlite3', connection: ':memory:' },
            actions: { pluginSources: ['org-model'] },
          },
          catalog: { processingInterval: { minutes: 10 } },
          orgModel,
        },
      }),
      ...features,
    ],
  });
  const send = (
    method: 'get' | 'post' | 'put' | 'delete',
    path: string,
    user = 'user:default/ann',
  ) =>
    request(backend.server)
      [method](`/api/org-model${path}`)
      .set('Authorization', mockCredentials.user.header(user));
  return { backend, send };
}

/** Asks until the answer is as expected; the catalog takes seconds to settle. */
export async function eventually<T>(
  ask: () => Promise<T>,
  isExpected: (answer: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const answer = await ask();
    if (isExpected(answer)) return answer;
    if (Date.now() > deadline) {
      throw new Error(
        `Waited in vain; the last answer: ${JSON.stringify(answer)}`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
