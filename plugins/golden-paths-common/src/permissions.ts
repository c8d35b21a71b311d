import { createPermission } from '@backstage/plugin-permission-common';

/** Type of the resource that mutations are about: what golden paths made for a group. Its ref is the group's. */
export const RESOURCE_TYPE_PROJECT = 'golden-path-project';

/** Sees how golden paths do, what they would write and which names are free. */
export const goldenPathsReadPermission = createPermission({
  name: 'golden-paths.read',
  attributes: { action: 'read' },
});

/** Makes something new for a group. */
export const goldenPathsProjectCreatePermission = createPermission({
  name: 'golden-paths.project.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_PROJECT,
});

/** Changes what a golden path made for a group: brings in a newer version, adds files. */
export const goldenPathsProjectUpdatePermission = createPermission({
  name: 'golden-paths.project.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_PROJECT,
});

/** Takes away what a golden path made for a group. */
export const goldenPathsProjectDeletePermission = createPermission({
  name: 'golden-paths.project.delete',
  attributes: { action: 'delete' },
  resourceType: RESOURCE_TYPE_PROJECT,
});

/** All permissions of the plugin. */
export const goldenPathsPermissions = [
  goldenPathsReadPermission,
  goldenPathsProjectCreatePermission,
  goldenPathsProjectUpdatePermission,
  goldenPathsProjectDeletePermission,
];
