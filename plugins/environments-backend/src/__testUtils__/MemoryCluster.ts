import { ServiceUnavailableError } from '@backstage/errors';
import type { KubernetesObject, V1Namespace } from '@kubernetes/client-node';
import type { Quota } from '@squadron/plugin-environments-common';
import type { ClusterClient, IssuedToken } from '../clusters/ClusterClient';
import { toNamespaceRecord } from '../clusters/toRecords';
import { type NamespaceRecord, isManaged } from '../domain/facts';

/** Namespaces in memory, with the versions and preconditions of a cluster; system tests have a real one. */
export class MemoryCluster implements ClusterClient {
  readonly applied: KubernetesObject[] = [];
  readonly #namespaces = new Map<string, NamespaceRecord>();
  #writes = 0;
  isDown = false;
  /** Called before each write, as if somebody else were faster. */
  beforeWrite: () => void = () => {};

  constructor(
    readonly name = 'dev',
    readonly title = 'Development',
  ) {}

  /** Puts a namespace there as it is. */
  put(namespace: NamespaceRecord): void {
    this.#writes += 1;
    const version = String(this.#writes);
    this.#namespaces.set(namespace.name, { ...namespace, version });
  }

  peek(name: string): NamespaceRecord | undefined {
    return this.#namespaces.get(name);
  }

  async namespaces(): Promise<NamespaceRecord[]> {
    this.#requireUp();
    return [...this.#namespaces.values()].filter(isManaged);
  }

  async namespace(name: string): Promise<NamespaceRecord | undefined> {
    this.#requireUp();
    return this.#namespaces.get(name);
  }

  async quotas(): Promise<Map<string, Quota[]>> {
    this.#requireUp();
    const quota = { resource: 'pods', used: '3', hard: '20' };
    const names = [...this.#namespaces.keys()];
    return new Map(names.map(name => [name, [quota]]));
  }

  async createNamespace(
    manifest: V1Namespace,
  ): Promise<NamespaceRecord | undefined> {
    this.#requireUp();
    const record = toNamespaceRecord(manifest);
    if (this.#namespaces.has(record.name)) return undefined;
    this.put({ ...record, uid: `uid-${this.#writes}` });
    return this.#namespaces.get(record.name);
  }

  async apply(manifest: KubernetesObject): Promise<void> {
    this.#requireUp();
    this.applied.push(manifest);
  }

  async annotate(
    namespace: NamespaceRecord,
    annotations: Readonly<Record<string, string>>,
  ): Promise<NamespaceRecord | undefined> {
    const found = this.#unchanged(namespace);
    if (!found) return undefined;
    const all = { ...found.annotations, ...annotations };
    this.put({ ...found, annotations: all });
    return this.#namespaces.get(found.name);
  }

  async deleteNamespace(namespace: NamespaceRecord): Promise<boolean> {
    const found = this.#unchanged(namespace);
    return found !== undefined && this.#namespaces.delete(found.name);
  }

  async issueToken(
    namespace: string,
    serviceAccount: string,
    seconds: number,
  ): Promise<IssuedToken> {
    this.#requireUp();
    return {
      token: `${namespace} ${serviceAccount}`,
      expiresAt: new Date(seconds * 1_000),
    };
  }

  kubeconfig(namespace: string, token: string): string {
    return `${namespace}: ${token}`;
  }

  #unchanged({ name, uid, version }: NamespaceRecord) {
    this.#requireUp();
    this.beforeWrite();
    const found = this.#namespaces.get(name);
    return found?.uid === uid && found.version === version ? found : undefined;
  }

  #requireUp(): void {
    if (!this.isDown) return;
    throw new ServiceUnavailableError(
      `The cluster ${this.title} cannot be reached`,
    );
  }
}
