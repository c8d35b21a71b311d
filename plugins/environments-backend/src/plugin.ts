import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { orgModelServiceRef } from '@squadron/plugin-org-model-node';
import type { ClusterClient } from './clusters/ClusterClient';
import { KubernetesClient } from './clusters/KubernetesClient';
import { type ClusterAddress, readClusters } from './clusters/readClusters';
import { readLimits, readQuota } from './config';
import { Reaper } from './engine/Reaper';
import { Upkeep } from './engine/Upkeep';
import { Warner } from './engine/Warner';
import { createRouter } from './router/createRouter';
import { ClusterLook } from './services/ClusterLook';
import { Clusters } from './services/Clusters';
import { ComponentOwners } from './services/ComponentOwners';
import { createEnvironmentAuthorizer } from './services/EnvironmentAuthorizer';
import { EnvironmentCommands } from './services/EnvironmentCommands';
import { EnvironmentQueries } from './services/EnvironmentQueries';

async function createClients(
  addresses: readonly ClusterAddress[],
): Promise<ClusterClient[]> {
  if (addresses.length === 0) return [];
  const kubernetes = await import('@kubernetes/client-node');
  return addresses.map(address => new KubernetesClient(kubernetes, address));
}

/** Makes namespaces for development and takes them away again. */
export const environmentsPlugin = createBackendPlugin({
  pluginId: 'environments',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        notifications: notificationService,
        orgModel: orgModelServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const now = () => new Date();
        const clients = await createClients(readClusters(deps.config));
        const clusters = new Clusters(clients);
        const look = new ClusterLook({ now });
        const limits = readLimits(deps.config);
        const shared = { ...deps, clusters, look, limits, now };
        const queries = new EnvironmentQueries(shared);
        const quota = readQuota(deps.config);
        const commands = new EnvironmentCommands({
          ...shared,
          owners: new ComponentOwners(deps),
          queries,
          quota,
        });
        const groups = createEnvironmentAuthorizer(deps);
        groups.register();
        deps.httpRouter.use(
          createRouter({ ...deps, queries, commands, groups, now }),
        );
        const keepers = [new Reaper(shared), new Warner(shared)];
        await new Upkeep({ ...shared, keepers }).schedule(deps.scheduler);
      },
    });
  },
});
