import { parseEntityRef } from '@backstage/catalog-model';
import type { Environment } from '@squadron/plugin-environments-common';
import { groupName } from '@squadron/plugin-org-model-react';

/** Names one environment among those of all clusters, also in the address. */
export function placeOf({
  cluster,
  namespace,
}: Pick<Environment, 'cluster' | 'namespace'>): string {
  return `${cluster}/${namespace}`;
}

/** The address at which an environment is shown among those of its group. */
export function environmentPath(
  environment: Pick<Environment, 'cluster' | 'namespace' | 'owner'>,
): string {
  const scope = groupName(environment.owner);
  const query = { scope, environment: placeOf(environment) };
  return `/environments?${new URLSearchParams(query)}`;
}

/** The name in a ref: `shop` of `component:default/shop`. */
export function nameOf(ref: string): string {
  return parseEntityRef(ref).name;
}
