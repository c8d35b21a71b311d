import { useApi } from '@backstage/frontend-plugin-api';
import { Me } from '@squadron/plugin-org-model-common';
import { Cached, cachedReadOf, useCachedRead } from './CachedRead';
import { OrgModelApi, orgModelApiRef } from './orgModelApiRef';

const readOf = cachedReadOf((api: OrgModelApi) => api.me());

/** The signed-in person: groups, roles and what waits for them. */
export function useMe(): Cached<Me> {
  return useCachedRead(readOf(useApi(orgModelApiRef)));
}
