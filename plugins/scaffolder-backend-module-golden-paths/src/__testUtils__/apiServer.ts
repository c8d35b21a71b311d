import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { type RequestOptions, request } from 'node:https';
import { CoreV1Api, KubeConfig } from '@kubernetes/client-node';

/** A manifest as it lies in a file. */
export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string };
  spec?: object;
}

/** The cluster of the tests is of Kubernetes 1.20, which knows these under an older version alone. */
const older = new Map([['batch/v1 CronJob', 'batch/v1beta1']]);

function pathOf({ apiVersion, kind, metadata }: Manifest, namespace: string) {
  const group = apiVersion.includes('/') ? 'apis' : 'api';
  const plural = `${kind.toLowerCase()}s`;
  return `/${group}/${apiVersion}/namespaces/${namespace}/${plural}/${metadata.name}`;
}

/** The API server of the tests; what it checks is not kept. */
export function openApiServer() {
  const config = new KubeConfig();
  config.loadFromFile(process.env.KUBECONFIG ?? 'The variable KUBECONFIG');
  const core = config.makeApiClient(CoreV1Api);
  const { server } = config.getCurrentCluster()!;

  /** Asks as it is written: the client of Kubernetes leaves out fields that it does not know. */
  async function apply(path: string, body: string): Promise<string> {
    const options: RequestOptions = {
      method: 'PATCH',
      headers: { 'content-type': 'application/apply-patch+yaml' },
    };
    await config.applyToHTTPSOptions(options);
    const asked = request(new URL(path, server), options).end(body);
    const [answer]: IncomingMessage[] = await once(asked, 'response');
    const parts = await answer.toArray();
    return answer.statusCode === 201 ? '' : Buffer.concat(parts).toString();
  }

  return {
    core,
    /** What the server has against a manifest, in its own words; nothing when it takes it. */
    check(given: Manifest, namespace: string): Promise<string> {
      const apiVersion =
        older.get(`${given.apiVersion} ${given.kind}`) ?? given.apiVersion;
      const manifest = { ...given, apiVersion };
      const query = 'dryRun=All&force=true&fieldManager=squadron-tests';
      return apply(
        `${pathOf(manifest, namespace)}?${query}`,
        JSON.stringify(manifest),
      );
    },
  };
}
