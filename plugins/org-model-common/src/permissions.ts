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

/** Ticks items of one's own onboarding checklist. */
export const orgModelOnboardingTickPermission = createPermission({
  name: 'org-model.onboarding.tick',
  attributes: { action: 'update' },
});

/** Sees how far people are who joined lately; whose lead the reader is, the service checks. */
export const orgModelOnboardingFollowPermission = createPermission({
  name: 'org-model.onboarding.follow',
  attributes: { action: 'read' },
});

/** All permissions of the plugin. */
export const orgModelPermissions = [
  orgModelReadPermission,
  orgModelFeedManagePermission,
  orgModelOnboardingTickPermission,
  orgModelOnboardingFollowPermission,
];
