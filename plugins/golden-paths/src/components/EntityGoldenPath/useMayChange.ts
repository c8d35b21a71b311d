import type { Entity } from '@backstage/catalog-model';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  goldenPathsProjectDeletePermission,
  goldenPathsProjectUpdatePermission,
} from '@squadron/plugin-golden-paths-common';
import { groupName, useOrgTree } from '@squadron/plugin-org-model-react';
import { ownerOf } from '../../lib/project';

/** What the reader may do with a component; nothing until it is known. */
export interface MayChange {
  update?: boolean;
  delete?: boolean;
  /** Who may, in words. */
  who: string;
}

/** Whether the reader may change a component and take it away: that is for the group which owns it. */
export function useMayChange(entity: Entity): MayChange {
  const owner = ownerOf(entity);
  const { value: tree } = useOrgTree();
  const update = usePermission({
    permission: goldenPathsProjectUpdatePermission,
    resourceRef: owner,
  });
  const remove = usePermission({
    permission: goldenPathsProjectDeletePermission,
    resourceRef: owner,
  });
  const title = owner && (tree?.byRef.get(owner)?.title ?? groupName(owner));
  return {
    update: update.loading ? undefined : update.allowed,
    delete: remove.loading ? undefined : remove.allowed,
    who: title
      ? `Only ${title} and who leads it may change this.`
      : 'Nobody owns this, so nobody may change it: give it an owner first.',
  };
}
