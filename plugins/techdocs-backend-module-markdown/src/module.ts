import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  DirectoryPreparer,
  UrlPreparer,
  techdocsGeneratorExtensionPoint,
  techdocsPreparerExtensionPoint,
  techdocsPublisherExtensionPoint,
} from '@backstage/plugin-techdocs-node';
import { openDatabase } from '@squadron/backend-kit';
import { readMarkdownConfig } from './config';
import { MarkdownGenerator } from './generator/MarkdownGenerator';
import { RENDERER_VERSION } from './generator/version';
import { VersionedPreparer } from './preparer/VersionedPreparer';
import { DatabasePublisher } from './publisher/DatabasePublisher';
import { DatabaseSiteStore } from './publisher/DatabaseSiteStore';
import { migrationsDirectory } from './publisher/migrationsDirectory';
import { SitePrebuilder } from './schedule/SitePrebuilder';
import { SiteSynchronizer } from './schedule/SiteSynchronizer';
import { listDocumented } from './schedule/listDocumented';

/** Builds documents in Node, keeps them in the database and has them built before somebody asks. */
export const techdocsModuleMarkdown = createBackendModule({
  pluginId: 'techdocs',
  moduleId: 'markdown',
  register(reg) {
    reg.registerInit({
      deps: {
        generators: techdocsGeneratorExtensionPoint,
        preparers: techdocsPreparerExtensionPoint,
        publishers: techdocsPublisherExtensionPoint,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
      },
      async init({ generators, preparers, publishers, ...deps }) {
        const { auditor, config, lifecycle, logger } = deps;
        const now = () => new Date();
        const settings = readMarkdownConfig(config);

        if (settings.generator === 'markdown') {
          const generator = MarkdownGenerator.fromConfig(config, { logger });
          generators.setTechdocsGenerator(generator);
          lifecycle.addShutdownHook(() => generator.close());
        }

        // A site is built anew when what builds it has changed.
        const version =
          settings.generator === 'markdown'
            ? `markdown-${RENDERER_VERSION}`
            : settings.generator;
        const readers = { logger, reader: deps.urlReader };
        preparers.registerPreparer(
          'dir',
          new VersionedPreparer(
            DirectoryPreparer.fromConfig(config, readers),
            version,
          ),
        );
        preparers.registerPreparer(
          'url',
          new VersionedPreparer(UrlPreparer.fromConfig(readers), version),
        );

        const store =
          settings.publisher === 'database'
            ? new DatabaseSiteStore(
                await openDatabase({
                  database: deps.database,
                  migrationsDirectory,
                }),
              )
            : undefined;
        if (store) {
          publishers.registerPublisher(
            'local',
            new DatabasePublisher({ store, auditor, logger, now }),
          );
        }

        if (settings.schedule) {
          const prebuilder = new SitePrebuilder({
            listDocumented: () => listDocumented(deps),
            synchronizer: new SiteSynchronizer(deps),
            store,
            auditor,
            logger,
            metrics: deps.metrics,
            now,
          });
          await deps.scheduler.scheduleTask({
            ...settings.schedule,
            id: 'techdocs-prebuild',
            fn: signal => prebuilder.run(signal),
          });
        }
      },
    });
  },
});
