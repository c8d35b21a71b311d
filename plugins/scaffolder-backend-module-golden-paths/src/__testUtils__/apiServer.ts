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

/** Clusters as old as Kubernetes 1.20 know these under an older version alone, and new ones do not know that. */
const older = new Map([['batch/v1 CronJob', 'batch/v1beta1']]);

const query = 'dryRun=All&force=true&fieldManager=squadron-tests';

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
  async function apply(manifest: Manifest, namespace: string) {
    const path = `${pathOf(manifest, namespace)}?${query}`;
    const options: RequestOptions = {
      method: 'PATCH',
      headers: { 'content-type': 'application/apply-patch+yaml' },
    };
    await config.applyToHTTPSOptions(options);
    const asked = request(new URL(path, server), options).end(
      JSON.stringify(manifest),
    );
    const [answer]: IncomingMessage[] = await once(asked, 'response');
    const text = Buffer.concat(await answer.toArray()).toString();
    return { status: answer.statusCode, text };
  }

  return {
    core,
    /** What the server has against a manifest, in its own words; nothing when it takes it. */
    async check(manifest: Manifest, namespace: string): Promise<string> {
      const first = await apply(manifest, namespace);
      const apiVersion = older.get(`${manifest.apiVersion} ${manifest.kind}`);
      const { status, text } =
        first.status === 404 && apiVersion
          ? await apply({ ...manifest, apiVersion }, namespace)
          : first;
      return status === 201 ? '' : text;
    },
  };
}
