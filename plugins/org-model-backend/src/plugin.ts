import { randomUUID } from 'node:crypto';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { allowPublicRoutes, openDatabase } from '@squadron/backend-kit';
import {
  orgModelContract,
  orgModelPermissions,
} from '@squadron/plugin-org-model-common';
import { loadChecklists } from '@squadron/plugin-org-model-node';
import { registerActions } from './actions';
import { readOnboardingFolder, readPollMs } from './config';
import { DatabaseSnapshotStore } from './database/DatabaseSnapshotStore';
import { DatabaseTickStore } from './database/DatabaseTickStore';
import { migrationsDirectory } from './database/migrationsDirectory';
import { measureIndex } from './metrics';
import { createRouter } from './router/createRouter';
import { CatalogReader } from './services/CatalogReader';
import { DefinitionsStatusReader } from './services/DefinitionsStatusReader';
import { FeedService } from './services/FeedService';
import { OnboardingCommands } from './services/OnboardingCommands';
import { OnboardingDefinitions } from './services/OnboardingDefinitions';
import { OnboardingQueries } from './services/OnboardingQueries';
import { SnapshotKeeper } from './services/SnapshotKeeper';
import { SnapshotQueries } from './services/SnapshotQueries';
import { TreeIndex } from './services/TreeIndex';

/** Serves the tree of the organization from memory. */
export const orgModelPlugin = createBackendPlugin({
  pluginId: 'org-model',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { auth, discovery, logger } = deps;
        const now = () => new Date();
        const knex = await openDatabase({
          database: deps.database,
          migrationsDirectory,
        });
        const index = new TreeIndex({
          reader: new CatalogReader({ catalog: deps.catalog, auth }),
          logger,
          pollMs: readPollMs(deps.config),
        });
        measureIndex(deps.metrics, index);
        const store = new DatabaseSnapshotStore(knex);
        const folder = readOnboardingFolder(deps.config);
        const checklists = new OnboardingDefinitions({
          load: async () =>
            folder ? loadChecklists(folder) : { checklists: [], problems: [] },
          logger,
          now,
        });
        const onboarding = {
          index,
          definitions: checklists,
          store: new DatabaseTickStore(knex),
          now,
        };
        const queries = new OnboardingQueries(onboarding);
        deps.permissionsRegistry.addPermissions(orgModelPermissions);
        allowPublicRoutes(orgModelContract, deps.httpRouter);
        deps.httpRouter.use(
          createRouter({
            ...deps,
            index,
            now,
            definitions: new DefinitionsStatusReader({
              auth,
              discovery,
              onboarding: checklists,
            }),
            onboarding: {
              queries,
              commands: new OnboardingCommands(onboarding),
            },
            feeds: new FeedService({ knex, index, now }),
            snapshots: new SnapshotQueries({ store, now }),
          }),
        );
        registerActions({ ...deps, index, onboarding: queries });
        await deps.events.subscribe({
          // Each replica keeps its own index, so each must hear of every import.
          id: `index-${randomUUID()}`,
          topics: ['org-model.imported'],
          onEvent: async () => index.expectChange(),
        });
        await new SnapshotKeeper({ index, store, logger, now }).schedule(
          deps.scheduler,
        );
        deps.lifecycle.addStartupHook(() => index.start());
        deps.lifecycle.addShutdownHook(() => index.stop());
      },
    });
  },
});
