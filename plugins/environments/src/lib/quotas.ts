import type { Quota } from '@squadron/plugin-environments-common';

const factors: Readonly<Record<string, number>> = {
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** What the table shows of a quota, in this order, and what it calls it. */
const shown: readonly (readonly [string, string])[] = [
  ['pods', 'pods'],
  ['requests.cpu', 'CPU'],
  ['requests.memory', 'memory'],
];

/** How much of one resource is used. */
export interface QuotaUse {
  label: string;
  /** Such as `3 of 20` or `500m of 2`. */
  words: string;
  /** 0 to 1; nothing where the amounts cannot be compared. */
  share?: number;
}

/**
 * An amount of Kubernetes as a number.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function amountOf(quantity: string): number | undefined {
  const found = /^([0-9.]+(?:[eE][0-9]+)?)([a-zA-Z]*)$/.exec(quantity);
  if (!found) return undefined;
  const [, digits, suffix] = found;
  const factor = suffix === '' ? 1 : factors[suffix];
  return factor === undefined ? undefined : Number(digits) * factor;
}

function useOf({ resource, used, hard }: Quota, label = resource): QuotaUse {
  const [part, all] = [amountOf(used), amountOf(hard)];
  const words = `${used} of ${hard}`;
  if (part === undefined || !all) return { label, words };
  return { label, words, share: Math.min(1, part / all) };
}

/** Pods, CPU and memory of an environment, each where the quota limits it. */
export function mainUses(quotas: readonly Quota[]): QuotaUse[] {
  return shown.flatMap(([resource, label]) => {
    const quota = quotas.find(each => each.resource === resource);
    return quota ? useOf(quota, label) : [];
  });
}

/** The largest share of a quota that is used; nothing where none can be compared. */
export function fullest(uses: readonly QuotaUse[]): number | undefined {
  const shares = uses.flatMap(({ share }) => share ?? []);
  return shares.length > 0 ? Math.max(...shares) : undefined;
}

/** Everything that the quota limits, by its name in Kubernetes. */
export function allUses(quotas: readonly Quota[]): QuotaUse[] {
  return quotas.map(quota => useOf(quota));
}
