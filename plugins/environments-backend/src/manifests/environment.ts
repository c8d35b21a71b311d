import type {
  KubernetesObject,
  V1LimitRange,
  V1Namespace,
  V1NetworkPolicy,
  V1ResourceQuota,
} from '@kubernetes/client-node';
import {
  type EnvironmentFacts,
  annotationsOf,
  labelsOf,
} from '../domain/facts';
import { accessManifests } from './access';
import { checkTags } from './tags';

/** The most that an environment may take, in the words of Kubernetes. */
export type QuotaSize = Readonly<Record<string, string>>;

export const defaultQuota: QuotaSize = {
  'requests.cpu': '2',
  'requests.memory': '4Gi',
  'limits.cpu': '4',
  'limits.memory': '8Gi',
  'requests.storage': '20Gi',
  persistentvolumeclaims: '4',
  pods: '20',
  services: '10',
  // Both would open the environment to the world.
  'services.loadbalancers': '0',
  'services.nodeports': '0',
};

/** The same name for what there is one of in every environment. */
const name = 'environment';

interface Metadata {
  namespace: string;
  labels: Record<string, string>;
}

function quotaManifest(metadata: Metadata, quota: QuotaSize): V1ResourceQuota {
  return {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { ...metadata, name },
    spec: { hard: { ...quota } },
  };
}

/** Without it a quota would refuse every container that does not say what it needs. */
function limitsManifest(metadata: Metadata): V1LimitRange {
  return {
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata: { ...metadata, name },
    spec: {
      limits: [
        {
          type: 'Container',
          defaultRequest: { cpu: '100m', memory: '128Mi' },
          _default: { cpu: '500m', memory: '512Mi' },
        },
      ],
    },
  };
}

/** Nothing goes in or out but within the namespace, and questions for names. */
function networkManifest(metadata: Metadata): V1NetworkPolicy {
  const within = { podSelector: {} };
  const names = {
    namespaceSelector: {},
    podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
  };
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { ...metadata, name: 'default-deny' },
    spec: {
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ _from: [within] }],
      egress: [
        { to: [within] },
        {
          to: [names],
          ports: [
            { protocol: 'UDP', port: 53 },
            { protocol: 'TCP', port: 53 },
          ],
        },
      ],
    },
  };
}

/** What the cluster is told to make for an environment. */
export interface EnvironmentManifests {
  namespace: V1Namespace;
  /** In the order in which they are made: first what keeps the environment small. */
  contents: KubernetesObject[];
}

/**
 * The manifests of an environment.
 *
 * @throws `InputError` when a tag cannot be a label
 */
export function environmentManifests(
  namespace: string,
  facts: EnvironmentFacts,
  options: { tags: Readonly<Record<string, string>>; quota: QuotaSize },
): EnvironmentManifests {
  const labels = { ...checkTags(options.tags), ...labelsOf(facts) };
  const metadata = { namespace, labels };
  return {
    namespace: {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace, labels, annotations: annotationsOf(facts) },
    },
    contents: [
      quotaManifest(metadata, options.quota),
      limitsManifest(metadata),
      networkManifest(metadata),
      ...accessManifests(metadata),
    ],
  };
}
