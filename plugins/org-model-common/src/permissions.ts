import { createPermission } from '@backstage/plugin-permission-common';

/** Reads the tree, charters, people, rhythm and gaps. */
export const orgModelReadPermission = createPermission({
  name: 'org-model.read',
  attributes: { action: 'read' },
});

/** Makes and revokes one's own calendar feeds; whose feed it is, the service checks. */
export const orgModelFeedManagePermission = createPermission({
  name: 'org-model.feed.manage',
  attributes: { action: 'create' },
});

/** All permissions of the plugin. */
export const orgModelPermissions = [
  orgModelReadPermission,
  orgModelFeedManagePermission,
];
