import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  CoreV1Api,
  KubeConfig,
  KubernetesObjectApi,
  PatchStrategy,
  bufferFromFileOrString,
  loadAllYaml,
} from '@kubernetes/client-node';
import type { ClusterAddress } from '../clusters/readClusters';

function adminConfig(): KubeConfig {
  const file = process.env.KUBECONFIG;
  if (!file) {
    throw new Error(
      'KUBECONFIG names no cluster: "npm run test:system" starts one and runs these tests',
    );
  }
  const config = new KubeConfig();
  config.loadFromFile(file);
  return config;
}

/** The cluster that KUBECONFIG names, by those who run it and by the portal with its own rights alone. */
export async function openRealCluster() {
  const config = adminConfig();
  const core = config.makeApiClient(CoreV1Api);
  const objects = KubernetesObjectApi.makeApiClient(config);
  const file = resolvePackagePath(
    '@squadron/plugin-environments-backend',
    'kubernetes/portal.yaml',
  );
  for (const manifest of loadAllYaml(readFileSync(file, 'utf8'))) {
    await objects.patch(
      manifest,
      undefined,
      undefined,
      'squadron-tests',
      true,
      PatchStrategy.ServerSideApply,
    );
  }
  const { status } = await core.createNamespacedServiceAccountToken({
    namespace: 'squadron',
    name: 'portal',
    body: { spec: { audiences: [], expirationSeconds: 3_600 } },
  });
  const cluster = config.getCurrentCluster();
  if (!cluster || !status) throw new Error('The kubeconfig has no cluster');
  const address: ClusterAddress = {
    name: 'dev',
    title: 'Development',
    url: cluster.server,
    token: status.token,
    caData: bufferFromFileOrString(cluster.caFile, cluster.caData)?.toString(
      'base64',
    ),
    skipTLSVerify: cluster.skipTLSVerify ?? false,
  };
  return { address, core };
}

/** Asks until the answer is as expected: a cluster takes seconds for what it is told. */
export async function eventually<T>(
  ask: () => Promise<T>,
  isExpected: (answer: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const answer = await ask();
    if (isExpected(answer)) return answer;
    if (Date.now() > deadline) {
      throw new Error(
        `Waited in vain; the last answer: ${JSON.stringify(answer)}`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}
