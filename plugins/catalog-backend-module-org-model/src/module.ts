import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { stringifyError } from '@backstage/errors';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { loadOrg } from '@squadron/plugin-org-model-node';
import { readOrgModelConfig } from './config';
import { withSites } from './docs/withSites';
import { FileWatcher } from './FileWatcher';
import { ImportMetrics } from './ImportMetrics';
import { ManagedEntities } from './ManagedEntities';
import { OrgImporter } from './OrgImporter';
import { OrgModelEntityProvider } from './OrgModelEntityProvider';
import { filePlaceholderResolver } from './processor/filePlaceholder';
import { OrgModelProcessor } from './processor/OrgModelProcessor';
import { createStatusRouter } from './statusRouter';
import { entityWithinGroupsRule } from './withinGroupsRule';

/** Brings the organization files into the catalog, and their relations into being. */
export const catalogModuleOrgModel = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'org-model',
  register(reg) {
    reg.registerInit({
      deps: {
        processing: catalogProcessingExtensionPoint,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        httpAuth: coreServices.httpAuth,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init({ processing, httpRouter, lifecycle, logger, ...deps }) {
        processing.addPlaceholderResolver('file', filePlaceholderResolver);
        deps.permissionsRegistry.addPermissionRules([entityWithinGroupsRule]);
        const config = readOrgModelConfig(deps.config);
        processing.addProcessor(new OrgModelProcessor(config));
        if (!config) return;

        const { folders, frequency, maxDeletedPercent, docsDirectory } = config;
        const provider = new OrgModelEntityProvider();
        const importer = new OrgImporter({
          load: async () => {
            const org = await loadOrg(folders);
            return docsDirectory ? withSites(org, docsDirectory) : org;
          },
          provider,
          managed: new ManagedEntities(deps),
          maxDeletedPercent,
          auditor: deps.auditor,
          events: deps.events,
          logger,
          metrics: new ImportMetrics(deps.metrics),
        });
        processing.addEntityProvider(provider);
        httpRouter.use(createStatusRouter({ importer, ...deps }));

        const complain = (error: unknown) =>
          logger.error(
            `The organization files could not be imported: ${stringifyError(error)}`,
          );
        lifecycle.addStartupHook(async () => {
          // Not awaited: the import asks the catalog, which answers only once it has started.
          importer.refresh().catch(complain);
          await deps.scheduler.scheduleTask({
            id: 'org-model-import',
            // Each replica reads its own files, answers for them, and brings back what else was
            // done to their entities.
            scope: 'local',
            frequency,
            // Soon, in case that the first reading came too early.
            initialDelay: { seconds: 15 },
            timeout: { minutes: 5 },
            fn: () => importer.refresh(),
          });
          if (process.env.NODE_ENV === 'production') return;
          const watcher = await FileWatcher.start(
            [
              ...folders.map(({ directory }) => directory),
              ...(docsDirectory ? [docsDirectory] : []),
            ],
            () => importer.refresh({ onlyChanged: true }).catch(complain),
            complain,
          );
          lifecycle.addShutdownHook(() => watcher.stop());
        });
      },
    });
  },
});
