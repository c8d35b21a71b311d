/** Who is meant: everybody signed in, whoever leads a group, members of an executive team. */
export type Who = 'everybody' | 'leads' | 'executives' | 'nobody';

/**
 * The one list of what may be changed, and by whom. A permission that only reads
 * (`attributes.action` is `read`) is everybody's and needs no line, unless it is not everybody's;
 * a mutation that has no line here and whose resource type is not below is nobody's. Every plugin
 * adds its own.
 */
export const mutations: Readonly<Record<string, Who>> = {
  // Checks a file and keeps nothing.
  'catalog.entity.validate': 'everybody',
  // A lead brings a squad in from another repository.
  'catalog.entity.create': 'leads',
  'catalog.location.analyze': 'leads',
  'catalog.location.create': 'leads',
  // A Location has no owner, so that a lead could take away another lead's.
  'catalog.location.delete': 'executives',
  'catalog.ingestion.manage': 'executives',

  // Whoever may see a golden path may take it; its steps check what they create.
  'scaffolder.action.execute': 'everybody',
  'scaffolder.task.create': 'everybody',
  // Writing templates: a dry run executes steps that the caller has written.
  'scaffolder.template.dry-run': 'leads',
  'scaffolder.template.management': 'leads',

  // The proxy would carry out any request with the portal's own rights in the cluster.
  'kubernetes.proxy': 'nobody',

  // One's own credentials to clone with.
  'git.credential.manage': 'everybody',

  'org-model.feed.manage': 'everybody',
  'org-model.onboarding.tick': 'everybody',
  // How far new people are, of the groups that the reader leads.
  'org-model.onboarding.follow': 'leads',

  'scorecards.collector.run': 'leads',
  // That it is the lead of a group above, scorecards checks.
  'scorecards.waiver.decide': 'leads',
  // Takes a part of everybody's portal away.
  'scorecards.sample-data.manage': 'executives',
};

/**
 * Resource types that a group owns, with the plugin that knows them. A mutation of one is allowed
 * by the rule `WITHIN_GROUPS`, which that plugin registers.
 */
export const ownedResources: Readonly<Record<string, string>> = {
  'catalog-entity': 'catalog',
  environment: 'environments',
  'golden-path-project': 'golden-paths',
  scorecard: 'scorecards',
};
