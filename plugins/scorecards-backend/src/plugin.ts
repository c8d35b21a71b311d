import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { scaffolderServiceRef } from '@backstage/plugin-scaffolder-node';
import { openDatabase } from '@squadron/backend-kit';
import { orgModelServiceRef } from '@squadron/plugin-org-model-node';
import {
  type Collector,
  scorecardsCollectorsExtensionPoint,
} from '@squadron/plugin-scorecards-node';
import { createKpiLoader } from '@squadron/plugin-scorecards-node';
import { registerActions } from './actions';
import {
  readCoolDownMs,
  readDefinitionsFolder,
  readRetentionDays,
  readSampleData,
} from './config';
import { migrationsDirectory } from './database/migrationsDirectory';
import { measureDefinitions } from './metrics';
import { createRouter } from './router/createRouter';
import { createSampleData } from './sample/createSampleData';
import { Definitions } from './services/Definitions';
import { Directory } from './services/Directory';
import { createScorecardAuthorizer } from './services/ScorecardAuthorizer';
import { TreeHistory } from './services/TreeHistory';
import { createCollecting } from './services/createCollecting';
import { createQueries } from './services/createQueries';
import { createRecording } from './services/createRecording';
import { createWork } from './services/createWork';

/** Judges what was measured by the targets of the organization. */
export const scorecardsPlugin = createBackendPlugin({
  pluginId: 'scorecards',
  register(env) {
    const added: Collector[] = [];
    env.registerExtensionPoint(scorecardsCollectorsExtensionPoint, {
      addCollector: collector => added.push(collector),
    });
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        orgModel: orgModelServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scaffolder: scaffolderServiceRef,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { logger } = deps;
        const now = () => new Date();
        const knex = await openDatabase({
          database: deps.database,
          migrationsDirectory,
        });
        const folder = readDefinitionsFolder(deps.config);
        const directory = new Directory({ ...deps, now });
        const definitions = new Definitions({
          load: createKpiLoader(folder),
          logger,
          now,
        });
        const history = new TreeHistory({ directory, now });
        const shared = { definitions, directory, history, knex, logger, now };
        const queries = createQueries(shared);
        const groups = createScorecardAuthorizer(deps);
        groups.register();
        const work = createWork({
          ...shared,
          notifications: deps.notifications,
          coolDownMs: readCoolDownMs(deps.config),
        });
        const recording = createRecording({
          ...shared,
          retentionDays: readRetentionDays(deps.config),
        });
        const collecting = createCollecting({
          ...deps,
          ...shared,
          ...recording,
          added,
        });
        const sampleData = createSampleData({
          ...shared,
          ...recording,
          enabled: readSampleData(deps.config),
        });
        deps.httpRouter.use(
          createRouter({
            ...deps,
            ...shared,
            ...work,
            ...recording,
            ...collecting,
            groups,
            queries,
            sampleData,
          }),
        );
        registerActions({ ...deps, ...shared, queries });
        measureDefinitions(deps.metrics, definitions);
        await work.keeper.schedule(deps.scheduler);
        await recording.schedule(deps.scheduler);
        await collecting.schedule(deps.scheduler);
        await sampleData.schedule(deps.scheduler);
        deps.lifecycle.addShutdownHook(() => work.notifier.stop());
        deps.lifecycle.addShutdownHook(() => recording.stop());
      },
    });
  },
});
