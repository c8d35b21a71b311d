import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { CatalogClient } from '@backstage/catalog-client';
import type { BackendAddress } from './backend';

function clientOf({ baseUrl, headers }: BackendAddress) {
  return new CatalogClient({
    discoveryApi: { getBaseUrl: async id => `${baseUrl}/api/${id}` },
    fetchApi: {
      fetch: (input, init) =>
        fetch(input, {
          ...init,
          headers: { ...headers, ...(init?.headers as Record<string, string>) },
        }),
    },
  });
}

const childrenOf = (entity: Entity) =>
  (entity.relations ?? [])
    .filter(({ type }) => type === 'parentOf')
    .map(({ targetRef }) => targetRef);

/**
 * One request for each group, one after the other: what `getDescendantGroupsFromGroup` of
 * `@backstage/plugin-org` does for the members card with its subgroups.
 */
export async function walkOneByOne(backend: BackendAddress, root: string) {
  const catalog = clientOf(backend);
  const seen = new Set([root]);
  const queue = [root];
  while (queue.length > 0) {
    const entity = await catalog.getEntityByRef(queue.shift()!);
    for (const child of childrenOf(entity!)) {
      if (!seen.has(child)) queue.push(child);
      seen.add(child);
    }
  }
  return seen.size - 1;
}

/** One request for each level of the tree, in parts that the catalog accepts. */
export async function walkByLevel(backend: BackendAddress, root: string) {
  const catalog = clientOf(backend);
  const seen = new Set([root]);
  let level = [root];
  while (level.length > 0) {
    const { items } = await catalog.getEntitiesByRefs({
      entityRefs: level,
      fields: ['kind', 'metadata.name', 'metadata.namespace', 'relations'],
    });
    level = items.flatMap(entity => (entity ? childrenOf(entity) : []));
    level.forEach(ref => seen.add(ref));
  }
  return seen.size - 1;
}

/** The stock members card's last step: one request that names every group in its address. */
export async function stockMembers(
  { baseUrl, headers }: BackendAddress,
  groups: string[],
): Promise<number> {
  const filter = groups
    .map(ref => `relations.memberof=${encodeURIComponent(ref)}`)
    .join(',');
  const response = await fetch(
    `${baseUrl}/api/catalog/entities?filter=kind=user,${filter}`,
    { headers },
  );
  await response.arrayBuffer();
  return response.status;
}

export const refOf = (name: string) =>
  stringifyEntityRef({ kind: 'Group', namespace: 'default', name });
