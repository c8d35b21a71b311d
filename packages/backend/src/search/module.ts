import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogCollatorExtensionPoint } from '@backstage/plugin-search-backend-module-catalog';
import { searchEngineRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { EmbeddedSearchEngine } from './EmbeddedSearchEngine';
import { PostgresSearchEngine } from './PostgresSearchEngine';
import { toSearchDocument } from './toSearchDocument';

/** Search without a search server: in memory where the database is SQLite, else in PostgreSQL. */
export const searchModuleEngine = createBackendModule({
  pluginId: 'search',
  moduleId: 'engine',
  register(reg) {
    reg.registerInit({
      deps: {
        catalogCollator: catalogCollatorExtensionPoint,
        config: coreServices.rootConfig,
        database: coreServices.database,
        engines: searchEngineRegistryExtensionPoint,
        logger: coreServices.logger,
      },
      async init({ catalogCollator, config, database, engines, logger }) {
        catalogCollator.setEntityTransformer(toSearchDocument);
        engines.setSearchEngine(
          config.getString('backend.database.client') === 'pg'
            ? await PostgresSearchEngine.fromConfig(config, {
                database,
                logger,
              })
            : new EmbeddedSearchEngine({ logger }),
        );
      },
    });
  },
});
