import {
  TestDatabases,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogCollatorExtensionPoint } from '@backstage/plugin-search-backend-module-catalog';
import { searchEngineRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import searchModuleEngine from '.';
import { EmbeddedSearchEngine } from './EmbeddedSearchEngine';
import { PostgresSearchEngine } from './PostgresSearchEngine';
import { toSearchDocument } from './toSearchDocument';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe('searchModuleEngine', () => {
  it.each([
    ['SQLITE_3', 'better-sqlite3', EmbeddedSearchEngine],
    ['POSTGRES_18', 'pg', PostgresSearchEngine],
  ] as const)('brings the engine for %s', async (id, client, engine) => {
    const setSearchEngine = jest.fn();
    const setEntityTransformer = jest.fn();
    const knex = await databases.init(id);
    const backend = await startTestBackend({
      extensionPoints: [
        [searchEngineRegistryExtensionPoint, { setSearchEngine }],
        [catalogCollatorExtensionPoint, { setEntityTransformer }],
      ],
      features: [
        searchModuleEngine,
        mockServices.database.factory({ knex }),
        mockServices.rootConfig.factory({
          data: { backend: { database: { client } } },
        }),
      ],
    });
    await backend.stop();
    expect(setSearchEngine.mock.calls).toEqual([[expect.any(engine)]]);
    expect(setEntityTransformer.mock.calls).toEqual([[toSearchDocument]]);
  });
});
