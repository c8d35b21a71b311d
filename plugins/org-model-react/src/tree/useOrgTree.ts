import { useApi } from '@backstage/frontend-plugin-api';
import { Cached, cachedReadOf, useCachedRead } from '@squadron/ui';
import { OrgModelApi, orgModelApiRef } from '../api/orgModelApiRef';
import { createGroupTree, GroupTree } from './groupTree';

const readOf = cachedReadOf(async (api: OrgModelApi) =>
  createGroupTree((await api.tree()).nodes),
);

/** The whole tree of the organization, read once and shared by everything on the page. */
export function useOrgTree(): Cached<GroupTree> {
  return useCachedRead(readOf(useApi(orgModelApiRef)));
}
