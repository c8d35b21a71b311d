import type {
  V1PolicyRule,
  V1Role,
  V1RoleBinding,
  V1ServiceAccount,
} from '@kubernetes/client-node';

/** The service account that people get into an environment with, and its role. */
export const developer = 'developer';

const reads = ['get', 'list', 'watch'];
const edits = [
  ...reads,
  'create',
  'update',
  'patch',
  'delete',
  'deletecollection',
];

function rule(
  apiGroup: string,
  verbs: string[],
  resources: string[],
): V1PolicyRule {
  return { apiGroups: [apiGroup], resources, verbs };
}

/**
 * Everything that an application is made of. Not the rights, the quota, the limits and the network
 * policy of the namespace itself: whoever may change these has none.
 */
export const developerRules: readonly V1PolicyRule[] = [
  rule('', edits, [
    'configmaps',
    'persistentvolumeclaims',
    'pods',
    'pods/attach',
    'pods/exec',
    'pods/portforward',
    'secrets',
    'services',
  ]),
  rule('', reads, [
    'endpoints',
    'events',
    'limitranges',
    'pods/log',
    'pods/status',
    'resourcequotas',
    'serviceaccounts',
  ]),
  rule('apps', edits, [
    'daemonsets',
    'deployments',
    'deployments/scale',
    'replicasets',
    'statefulsets',
    'statefulsets/scale',
  ]),
  rule('batch', edits, ['cronjobs', 'jobs']),
  rule('autoscaling', edits, ['horizontalpodautoscalers']),
  rule('policy', edits, ['poddisruptionbudgets']),
  rule('networking.k8s.io', edits, ['ingresses']),
  rule('networking.k8s.io', reads, ['networkpolicies']),
];

/** Who gets in, and what they may do there. */
export function accessManifests(metadata: {
  namespace: string;
  labels: Record<string, string>;
}): [V1ServiceAccount, V1Role, V1RoleBinding] {
  const named = { ...metadata, name: developer };
  const apiGroup = 'rbac.authorization.k8s.io';
  const apiVersion = `${apiGroup}/v1`;
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: named },
    { apiVersion, kind: 'Role', metadata: named, rules: [...developerRules] },
    {
      apiVersion,
      kind: 'RoleBinding',
      metadata: named,
      roleRef: { apiGroup, kind: 'Role', name: developer },
      subjects: [
        {
          kind: 'ServiceAccount',
          name: developer,
          namespace: metadata.namespace,
        },
      ],
    },
  ];
}
