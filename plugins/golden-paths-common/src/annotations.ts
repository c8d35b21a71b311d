/** Which version of a golden path this is: of a Template its own, of a Component the one that made it; semantic. */
export const VERSION_ANNOTATION = 'golden-paths.squadron/version';

/** Of a Component: ref of the Template that made it. */
export const TEMPLATE_ANNOTATION = 'golden-paths.squadron/template';

/** Of a Component: name of its repository, where the portal keeps it. */
export const REPOSITORY_ANNOTATION = 'golden-paths.squadron/repository';

/** Where a repository keeps which golden path made it, so that a later version can be merged. */
export const PROVENANCE_FILE = '.squadron/golden-path.yaml';
