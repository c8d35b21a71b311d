import { permissionApiRef } from '@backstage/plugin-permission-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { goldenPathsProjectCreatePermission } from '@squadron/plugin-golden-paths-common';
import { groupName, orgModelApiRef } from '@squadron/plugin-org-model-react';
import type { ApiHolder } from '@backstage/frontend-plugin-api';
import { ProjectOwner, onlyOwners } from './ProjectOwner';

async function titleOf(owner: string, apis: ApiHolder): Promise<string> {
  const tree = await apis
    .get(orgModelApiRef)
    ?.tree()
    .catch(() => undefined);
  const group = tree?.nodes.find(({ ref }) => ref === owner);
  return group?.title ?? groupName(owner);
}

/** Whether the task would be refused; what cannot be told now is left to the task, which asks again. */
async function isRefused(owner: string, apis: ApiHolder): Promise<boolean> {
  const decision = await apis
    .get(permissionApiRef)
    ?.authorize({
      permission: goldenPathsProjectCreatePermission,
      resourceRef: owner,
    })
    .catch(() => undefined);
  return decision?.result === 'DENY';
}

/** Refuses to go on for a group that the reader may make nothing for. */
export const projectOwnerField = createFormField({
  name: 'ProjectOwner',
  component: ProjectOwner,
  validation: async (owner: string, field, { apiHolder }) => {
    if (!owner || !(await isRefused(owner, apiHolder))) return;
    field.addError(onlyOwners(await titleOf(owner, apiHolder)));
  },
});
