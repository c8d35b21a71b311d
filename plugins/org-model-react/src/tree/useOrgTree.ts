import { useApi } from '@backstage/frontend-plugin-api';
import { Cached, cachedReadOf, useCachedRead } from '../api/CachedRead';
import { OrgModelApi, orgModelApiRef } from '../api/orgModelApiRef';
import { createOrgTree, OrgTree } from './orgTree';

const readOf = cachedReadOf(async (api: OrgModelApi) =>
  createOrgTree((await api.tree()).nodes),
);

/** The whole tree of the organization, read once and shared by everything on the page. */
export function useOrgTree(): Cached<OrgTree> {
  return useCachedRead(readOf(useApi(orgModelApiRef)));
}
