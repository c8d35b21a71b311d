import type { KubernetesObject, V1Namespace } from '@kubernetes/client-node';
import type { Quota } from '@squadron/plugin-environments-common';
import type { NamespaceRecord } from '../domain/facts';

/** A token for a service account. */
export interface IssuedToken {
  token: string;
  expiresAt: Date;
}

/**
 * What the plugin asks of a cluster. Every call ends within seconds; a cluster that does not answer, or
 * does not let the portal do it, is a `ServiceUnavailableError` that names it.
 */
export interface ClusterClient {
  readonly name: string;
  readonly title: string;
  /** All namespaces that bear the plugin's label. */
  namespaces(): Promise<NamespaceRecord[]>;
  namespace(name: string): Promise<NamespaceRecord | undefined>;
  /** How much is used of the plugin's quotas, by namespace; of one or of all. */
  quotas(namespace?: string): Promise<Map<string, Quota[]>>;
  /** Makes a namespace; nothing when there is one of that name. */
  createNamespace(manifest: V1Namespace): Promise<NamespaceRecord | undefined>;
  /** Makes what is not there and mends what differs. */
  apply(manifest: KubernetesObject): Promise<void>;
  /** Writes on a namespace; nothing when it is not as it was read any more. */
  annotate(
    namespace: NamespaceRecord,
    annotations: Readonly<Record<string, string>>,
  ): Promise<NamespaceRecord | undefined>;
  /**
   * Asks the cluster to take a namespace away, which takes some seconds. Answers whether it does:
   * not when it is another one of the name, or not as it was read any more.
   */
  deleteNamespace(namespace: NamespaceRecord): Promise<boolean>;
  issueToken(
    namespace: string,
    serviceAccount: string,
    seconds: number,
  ): Promise<IssuedToken>;
  /** A file for `kubectl` that lets in with the token. */
  kubeconfig(namespace: string, token: string): string;
}
