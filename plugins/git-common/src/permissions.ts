import { createPermission } from '@backstage/plugin-permission-common';

/** Sees repositories and one's own credentials. */
export const gitReadPermission = createPermission({
  name: 'git.read',
  attributes: { action: 'read' },
});

/** Makes and revokes one's own credentials; whose they are, the service checks. */
export const gitCredentialManagePermission = createPermission({
  name: 'git.credential.manage',
  attributes: { action: 'create' },
});

/** All permissions of the plugin. */
export const gitPermissions = [
  gitReadPermission,
  gitCredentialManagePermission,
];
