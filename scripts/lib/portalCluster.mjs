import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

const manifests = join(
  root,
  'plugins/environments-backend/kubernetes/portal.yaml',
);

/**
 * Gives a portal its service account in the cluster of a kubeconfig, with the rights that the repository
 * says and no more. Answers the cluster as `kubernetes.clusterLocatorMethods` lists it.
 */
export async function preparePortalCluster(kubeconfig) {
  // Before the first install it is not there.
  const {
    CoreV1Api,
    KubeConfig,
    KubernetesObjectApi,
    PatchStrategy,
    bufferFromFileOrString,
    loadAllYaml,
  } = await import('@kubernetes/client-node');
  const config = new KubeConfig();
  config.loadFromFile(kubeconfig);
  const objects = KubernetesObjectApi.makeApiClient(config);
  for (const manifest of loadAllYaml(readFileSync(manifests, 'utf8'))) {
    await objects.patch(
      manifest,
      undefined,
      undefined,
      'squadron-tests',
      true,
      PatchStrategy.ServerSideApply,
    );
  }
  const core = config.makeApiClient(CoreV1Api);
  const { status } = await core.createNamespacedServiceAccountToken({
    namespace: 'squadron',
    name: 'portal',
    body: { spec: { audiences: [], expirationSeconds: 7_200 } },
  });
  const cluster = config.getCurrentCluster();
  return {
    name: 'dev',
    title: 'Development',
    url: cluster.server,
    authProvider: 'serviceAccount',
    serviceAccountToken: status.token,
    caData: bufferFromFileOrString(cluster.caFile, cluster.caData)?.toString(
      'base64',
    ),
    skipTLSVerify: cluster.skipTLSVerify ?? false,
  };
}

/** The settings under which a portal makes environments in a cluster, as an APP_CONFIG_ variable. */
export function clusterEnv(cluster) {
  return {
    APP_CONFIG_kubernetes_clusterLocatorMethods: JSON.stringify([
      { type: 'config', clusters: [cluster] },
    ]),
  };
}
