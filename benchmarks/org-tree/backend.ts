import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackend } from '@backstage/backend-defaults';
import { WinstonLogger } from '@backstage/backend-defaults/rootLogger';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';

const token = 'benchmark-of-the-tree-of-the-organization';

/** Where the backend listens, and what opens it. */
export interface BackendAddress {
  baseUrl: string;
  headers: Record<string, string>;
}

interface RunningBackend {
  address: BackendAddress;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => {
    server.close(resolve);
  });
  return port;
}

/** The real catalog on SQLite files with the org-model plugin, filled by one full mutation. */
export async function startBackend(
  entities: Entity[],
  connection?: string,
): Promise<RunningBackend> {
  const directory = await mkdtemp(join(tmpdir(), 'org-tree-'));
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const config = new ConfigReader({
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      database: connection
        ? { client: 'pg', connection, pluginDivisionMode: 'schema' }
        : { client: 'better-sqlite3', connection: { directory } },
      auth: {
        externalAccess: [
          { type: 'static', options: { token, subject: 'benchmark' } },
        ],
      },
    },
    catalog: { processingInterval: { hours: 12 } },
    permission: { enabled: false },
  });
  const backend = createBackend();
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => config,
    }),
  );
  // A line for each of thousands of requests would be measured too.
  backend.add(
    createServiceFactory({
      service: coreServices.rootLogger,
      deps: {},
      factory: () => WinstonLogger.create({ level: 'warn' }),
    }),
  );
  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(import('@squadron/plugin-org-model-backend'));
  backend.add(provideOnce(entities));
  await backend.start();
  return {
    address: { baseUrl, headers: { Authorization: `Bearer ${token}` } },
    async stop() {
      await backend.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function provideOnce(entities: Entity[]) {
  return createBackendModule({
    pluginId: 'catalog',
    moduleId: 'benchmark',
    register(env) {
      env.registerInit({
        deps: { catalog: catalogProcessingExtensionPoint },
        async init({ catalog }) {
          catalog.addEntityProvider({
            getProviderName: () => 'benchmark',
            connect: connection =>
              connection.applyMutation({
                type: 'full',
                entities: entities.map(entity => ({ entity })),
              }),
          });
        },
      });
    },
  });
}
