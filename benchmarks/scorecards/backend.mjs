import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const token = 'benchmark-of-scorecards';

/**
 * Starts a backend and tells the parent process where it listens. It answers `count` with the number of SQL
 * statements since the last time, and ends on `stop`.
 *
 * @param require - finds Backstage where the backend lies
 */
export async function serve({ require, pluginId, config, features, port }) {
  const { createBackend } = require('@backstage/backend-defaults');
  const { WinstonLogger } = require('@backstage/backend-defaults/rootLogger');
  const {
    coreServices,
    createBackendModule,
    createServiceFactory,
  } = require('@backstage/backend-plugin-api');
  const { ConfigReader } = require('@backstage/config');
  const directory = await mkdtemp(join(tmpdir(), 'scorecards-'));
  const connection = process.env.BENCHMARK_DATABASE_URL;
  const baseUrl = `http://127.0.0.1:${port}`;
  const data = {
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
    permission: { enabled: false },
    ...config,
  };
  let statements = 0;
  let knex;
  const factoryOf = (service, value) =>
    createServiceFactory({ service, deps: {}, factory: () => value });
  const backend = createBackend();
  backend.add(factoryOf(coreServices.rootConfig, new ConfigReader(data)));
  // A line for each of thousands of requests would be measured too.
  backend.add(
    factoryOf(
      coreServices.rootLogger,
      WinstonLogger.create({ level: 'error' }),
    ),
  );
  backend.add(
    createBackendModule({
      pluginId,
      moduleId: 'count-statements',
      register(env) {
        env.registerInit({
          deps: { database: coreServices.database },
          async init({ database }) {
            knex = await database.getClient();
            knex.on('query', () => {
              statements += 1;
            });
          },
        });
      },
    }),
  );
  for (const feature of features({ createServiceFactory, factoryOf })) {
    backend.add(feature);
  }
  await backend.start();
  process.on('message', async message => {
    if (message === 'count') {
      process.send({ statements });
      statements = 0;
    } else if (message === 'stop') {
      await backend.stop();
      await rm(directory, { recursive: true, force: true });
      process.exit(0);
    }
  });
  process.send({ baseUrl, token });
  return { knex: () => knex };
}

/** Ends the process with the reason on the terminal. */
export function fail(error) {
  process.stderr.write(`${error.stack ?? error}\n`);
  process.exit(1);
}
