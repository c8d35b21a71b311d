import { createPermission } from '@backstage/plugin-permission-common';

/** Type of the resource that mutations are about: the environments of a group. Its ref is the group's. */
export const RESOURCE_TYPE_ENVIRONMENT = 'environment';

/** Sees which environments there are, whose they are and until when. */
export const environmentsReadPermission = createPermission({
  name: 'environments.read',
  attributes: { action: 'read' },
});

/** Makes an environment for what a group owns. */
export const environmentsCreatePermission = createPermission({
  name: 'environments.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_ENVIRONMENT,
});

/** Keeps an environment of a group longer. */
export const environmentsExtendPermission = createPermission({
  name: 'environments.extend',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_ENVIRONMENT,
});

/** Gets a short-lived way into an environment of a group. */
export const environmentsUsePermission = createPermission({
  name: 'environments.use',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_ENVIRONMENT,
});

/** Takes an environment of a group away before its time. */
export const environmentsDeletePermission = createPermission({
  name: 'environments.delete',
  attributes: { action: 'delete' },
  resourceType: RESOURCE_TYPE_ENVIRONMENT,
});

/** All permissions of the plugin. */
export const environmentsPermissions = [
  environmentsReadPermission,
  environmentsCreatePermission,
  environmentsExtendPermission,
  environmentsUsePermission,
  environmentsDeletePermission,
];
