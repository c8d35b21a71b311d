import type { V1Namespace, V1ResourceQuota } from '@kubernetes/client-node';
import type { Quota } from '@squadron/plugin-environments-common';
import type { NamespaceRecord } from '../domain/facts';

/** A namespace in the words of the plugin. */
export function toNamespaceRecord({
  metadata,
  status,
}: V1Namespace): NamespaceRecord {
  return {
    name: metadata?.name ?? '',
    uid: metadata?.uid ?? '',
    version: metadata?.resourceVersion ?? '',
    labels: metadata?.labels ?? {},
    annotations: metadata?.annotations ?? {},
    deletedAt: metadata?.deletionTimestamp,
    finalizers: metadata?.finalizers ?? [],
    conditions: (status?.conditions ?? []).map(condition => ({
      type: condition.type,
      isTrue: condition.status === 'True',
      message: condition.message ?? condition.reason ?? condition.type,
    })),
  };
}

/** What a quota allows and how much of it is used. */
export function toQuotas({ spec, status }: V1ResourceQuota): Quota[] {
  const hard = status?.hard ?? spec?.hard ?? {};
  return Object.entries(hard).map(([resource, most]) => ({
    resource,
    hard: most,
    used: status?.used?.[resource] ?? '0',
  }));
}
