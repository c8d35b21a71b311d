import { createPermission } from '@backstage/plugin-permission-common';

/** Type of the resource that mutations are about: the scorecard of a group. Its ref is the group's. */
export const RESOURCE_TYPE_SCORECARD = 'scorecard';

/** Reads definitions, values, verdicts and who runs what. */
export const scorecardsReadPermission = createPermission({
  name: 'scorecards.read',
  attributes: { action: 'read' },
});

/** Brings in samples of what a group owns. */
export const scorecardsSampleCreatePermission = createPermission({
  name: 'scorecards.sample.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_SCORECARD,
});

/** Runs a collector now, or judges everything anew. */
export const scorecardsCollectorRunPermission = createPermission({
  name: 'scorecards.collector.run',
  attributes: { action: 'update' },
});

/** Asks for a waiver for a KPI of a group. */
export const scorecardsWaiverRequestPermission = createPermission({
  name: 'scorecards.waiver.request',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_SCORECARD,
});

/** Approves, denies and revokes waivers; that it is the lead of a group above, the service checks. */
export const scorecardsWaiverDecidePermission = createPermission({
  name: 'scorecards.waiver.decide',
  attributes: { action: 'update' },
});

/** Starts, changes and closes campaigns for a group. */
export const scorecardsCampaignManagePermission = createPermission({
  name: 'scorecards.campaign.manage',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_SCORECARD,
});

/** Adds sample data to the portal and takes it out again. */
export const scorecardsSampleDataManagePermission = createPermission({
  name: 'scorecards.sample-data.manage',
  attributes: { action: 'delete' },
});

/** All permissions of the plugin. */
export const scorecardsPermissions = [
  scorecardsReadPermission,
  scorecardsSampleCreatePermission,
  scorecardsCollectorRunPermission,
  scorecardsWaiverRequestPermission,
  scorecardsWaiverDecidePermission,
  scorecardsCampaignManagePermission,
  scorecardsSampleDataManagePermission,
];
