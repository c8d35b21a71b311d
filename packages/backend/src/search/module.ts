import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { searchEngineRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { EmbeddedSearchEngine } from './EmbeddedSearchEngine';

/** Search without a search server, where the database is SQLite; PostgreSQL brings its own engine. */
export const searchModuleEmbeddedEngine = createBackendModule({
  pluginId: 'search',
  moduleId: 'embedded-engine',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        engines: searchEngineRegistryExtensionPoint,
        logger: coreServices.logger,
      },
      async init({ config, engines, logger }) {
        if (config.getString('backend.database.client') !== 'pg') {
          engines.setSearchEngine(new EmbeddedSearchEngine({ logger }));
        }
      },
    });
  },
});
