import type {
  CoreV1Api,
  KubeConfig,
  KubernetesObject,
  KubernetesObjectApi,
  V1Namespace,
} from '@kubernetes/client-node';
import type { Quota } from '@squadron/plugin-environments-common';
import {
  type NamespaceRecord,
  managedSelector,
  manager,
} from '../domain/facts';
import type { ClusterClient, IssuedToken } from './ClusterClient';
import { clusterFailure, refusalOf } from './failures';
import type { ClusterAddress } from './readClusters';
import { toNamespaceRecord, toQuotas } from './toRecords';

/** An API server answers in milliseconds; after this time it is down or far away. */
const patienceMs = 5_000;

/** What is answered when a namespace is not as it was read any more, or not at all. */
const gone = [404, 409];

/** The library. It is given, since it is large and many portals have no cluster: only where there is one is it loaded. */
export type Kubernetes = typeof import('@kubernetes/client-node');

function toKubeConfig(
  kubernetes: Kubernetes,
  { name, url, caData, skipTLSVerify }: ClusterAddress,
  as: { user: string; token: string; namespace?: string },
): KubeConfig {
  const config = new kubernetes.KubeConfig();
  config.loadFromOptions({
    clusters: [{ name, server: url, caData, skipTLSVerify }],
    users: [{ name: as.user, token: as.token }],
    contexts: [{ name, cluster: name, user: as.user, namespace: as.namespace }],
    currentContext: name,
  });
  return config;
}

function toConfiguration(
  kubernetes: Kubernetes,
  address: ClusterAddress,
  timeoutMs: number,
) {
  const { url, token } = address;
  const as = { user: 'portal', token };
  return kubernetes.createConfiguration({
    baseServer: new kubernetes.ServerConfiguration(url, {}),
    authMethods: { default: toKubeConfig(kubernetes, address, as) },
    promiseMiddleware: [
      {
        async pre(request) {
          request.setSignal(AbortSignal.timeout(timeoutMs));
          return request;
        },
        post: async response => response,
      },
    ],
  });
}

/** A cluster that answers the Kubernetes API. */
export class KubernetesClient implements ClusterClient {
  readonly #kubernetes: Kubernetes;
  readonly #address: ClusterAddress;
  readonly #core: CoreV1Api;
  readonly #objects: KubernetesObjectApi;

  constructor(
    kubernetes: Kubernetes,
    address: ClusterAddress,
    options: { timeoutMs?: number } = {},
  ) {
    const { timeoutMs = patienceMs } = options;
    const configuration = toConfiguration(kubernetes, address, timeoutMs);
    this.#kubernetes = kubernetes;
    this.#address = address;
    this.#core = new kubernetes.CoreV1Api(configuration);
    this.#objects = new kubernetes.KubernetesObjectApi(configuration);
  }

  get name(): string {
    return this.#address.name;
  }

  get title(): string {
    return this.#address.title;
  }

  namespaces(): Promise<NamespaceRecord[]> {
    return this.#ask(async () => {
      const answer = await this.#core.listNamespace({
        labelSelector: managedSelector,
      });
      return answer.items.map(toNamespaceRecord);
    });
  }

  namespace(name: string): Promise<NamespaceRecord | undefined> {
    return this.#ask(
      async () => toNamespaceRecord(await this.#core.readNamespace({ name })),
      { unless: [404] },
    );
  }

  quotas(namespace?: string): Promise<Map<string, Quota[]>> {
    return this.#ask(async () => {
      const labelSelector = managedSelector;
      const { items } = namespace
        ? await this.#core.listNamespacedResourceQuota({
            namespace,
            labelSelector,
          })
        : await this.#core.listResourceQuotaForAllNamespaces({ labelSelector });
      return new Map(
        items.map(item => [item.metadata?.namespace ?? '', toQuotas(item)]),
      );
    });
  }

  createNamespace(body: V1Namespace): Promise<NamespaceRecord | undefined> {
    return this.#ask(
      async () =>
        toNamespaceRecord(
          await this.#core.createNamespace({ body, fieldManager: manager }),
        ),
      { unless: [409] },
    );
  }

  apply(manifest: KubernetesObject): Promise<void> {
    return this.#ask(async () => {
      await this.#objects.patch(
        manifest,
        undefined,
        undefined,
        manager,
        true,
        this.#kubernetes.PatchStrategy.ServerSideApply,
      );
    });
  }

  annotate(
    { name, uid, version }: NamespaceRecord,
    annotations: Readonly<Record<string, string>>,
  ): Promise<NamespaceRecord | undefined> {
    return this.#ask(
      async () =>
        toNamespaceRecord(
          await this.#objects.patch<V1Namespace>(
            {
              apiVersion: 'v1',
              kind: 'Namespace',
              metadata: { name, uid, resourceVersion: version, annotations },
            },
            undefined,
            undefined,
            manager,
            undefined,
            this.#kubernetes.PatchStrategy.MergePatch,
          ),
        ),
      { unless: gone },
    );
  }

  async deleteNamespace(namespace: NamespaceRecord): Promise<boolean> {
    const { name, uid, version } = namespace;
    const preconditions = { uid, resourceVersion: version };
    const status = await this.#ask(
      () => this.#core.deleteNamespace({ name, body: { preconditions } }),
      { unless: gone },
    );
    return status !== undefined;
  }

  issueToken(
    namespace: string,
    serviceAccount: string,
    seconds: number,
  ): Promise<IssuedToken> {
    return this.#ask(async () => {
      const { status } = await this.#core.createNamespacedServiceAccountToken({
        namespace,
        name: serviceAccount,
        // None named: the audience of the API server itself.
        body: { spec: { audiences: [], expirationSeconds: seconds } },
      });
      if (!status) throw new Error('no token in the answer');
      return { token: status.token, expiresAt: status.expirationTimestamp };
    });
  }

  kubeconfig(namespace: string, token: string): string {
    const as = { user: namespace, token, namespace };
    const config = toKubeConfig(this.#kubernetes, this.#address, as);
    return this.#kubernetes.dumpYaml(JSON.parse(config.exportConfig()));
  }

  /** Does it; a refusal of one of the codes in `unless` means that there is nothing. */
  async #ask<T>(work: () => Promise<T>): Promise<T>;
  async #ask<T>(
    work: () => Promise<T>,
    options: { unless: readonly number[] },
  ): Promise<T | undefined>;
  async #ask<T>(
    work: () => Promise<T>,
    options?: { unless: readonly number[] },
  ): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      const code = refusalOf(error)?.code;
      if (code && options?.unless.includes(code)) return undefined;
      throw clusterFailure(this.title, error);
    }
  }
}
