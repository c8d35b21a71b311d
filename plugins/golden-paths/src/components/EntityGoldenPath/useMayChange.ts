import type { Entity } from '@backstage/catalog-model';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  environmentsCreatePermission,
  environmentsDeletePermission,
  environmentsExtendPermission,
} from '@squadron/plugin-environments-common';
import {
  goldenPathsProjectDeletePermission,
  goldenPathsProjectUpdatePermission,
} from '@squadron/plugin-golden-paths-common';
import { groupName, useOrgTree } from '@squadron/plugin-org-model-react';
import { ownerOf } from '../../lib/project';

/** What day two needs, each a permission for the group that owns the component. */
const permissions = {
  update: goldenPathsProjectUpdatePermission,
  delete: goldenPathsProjectDeletePermission,
  createEnvironment: environmentsCreatePermission,
  extendEnvironment: environmentsExtendPermission,
  deleteEnvironment: environmentsDeletePermission,
};

export type Need = keyof typeof permissions;

/** What the reader may do with a component; nothing until it is known. */
export interface MayChange extends Partial<Record<Need, boolean>> {
  /** Who may, in words. */
  who: string;
}

function useMay(need: Need, owner: string | undefined): boolean | undefined {
  const { loading, allowed } = usePermission({
    permission: permissions[need],
    resourceRef: owner,
  });
  return loading ? undefined : allowed;
}

/** Whether the reader may change a component and take it away: that is for the group which owns it. */
export function useMayChange(entity: Entity): MayChange {
  const owner = ownerOf(entity);
  const { value: tree } = useOrgTree();
  const title = owner && (tree?.byRef.get(owner)?.title ?? groupName(owner));
  return {
    update: useMay('update', owner),
    delete: useMay('delete', owner),
    createEnvironment: useMay('createEnvironment', owner),
    extendEnvironment: useMay('extendEnvironment', owner),
    deleteEnvironment: useMay('deleteEnvironment', owner),
    who: title
      ? `Only ${title} and who leads it may change this.`
      : 'Nobody owns this, so nobody may change it: give it an owner first.',
  };
}
