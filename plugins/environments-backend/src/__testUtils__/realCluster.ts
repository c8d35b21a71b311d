import { CoreV1Api, KubeConfig } from '@kubernetes/client-node';
import type { ClusterAddress } from '../clusters/readClusters';

function named(variable: string): string {
  const value = process.env[variable];
  if (value) return value;
  throw new Error(
    `${variable} names no cluster: "npm run test:system -- --clusters" starts one and runs these tests`,
  );
}

/** The cluster of the tests, by those who run it and by the portal with its own rights alone. */
export function openRealCluster() {
  const config = new KubeConfig();
  config.loadFromFile(named('KUBECONFIG'));
  const { serviceAccountToken, ...cluster } = JSON.parse(
    named('PORTAL_CLUSTER'),
  );
  const address: ClusterAddress = { ...cluster, token: serviceAccountToken };
  return { address, core: config.makeApiClient(CoreV1Api) };
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
