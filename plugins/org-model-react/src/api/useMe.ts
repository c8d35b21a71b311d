import { useApi } from '@backstage/frontend-plugin-api';
import { Me } from '@squadron/plugin-org-model-common';
import { Cached, cachedReadOf, useCachedRead } from '@squadron/ui';
import { OrgModelApi, orgModelApiRef } from './orgModelApiRef';

const readOf = cachedReadOf((api: OrgModelApi) => api.me());

/** Whether the person leads a group or is an executive, who acts for all of them. */
export function isLead({ groups, roles }: Me): boolean {
  return groups.some(({ leads }) => leads) || roles.includes('executive');
}

/** The signed-in person: groups, roles and what waits for them. */
export function useMe(): Cached<Me> {
  return useCachedRead(readOf(useApi(orgModelApiRef)));
}
