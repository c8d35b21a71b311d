import { z } from 'zod/v3';

/** Where a repository keeps which golden path made it, so that a later version can be merged. */
export const PROVENANCE_FILE = '.squadron/golden-path.yaml';

/** Which version of a template this is, in its metadata; semantic. */
export const VERSION_ANNOTATION = 'golden-paths.squadron/version';

/** What made a repository. */
export const provenanceSchema = z.object({
  /** Ref of the template. */
  template: z.string(),
  version: z.string(),
  /** What the form was filled with; never secrets. */
  values: z.record(z.unknown()),
});
export type Provenance = z.output<typeof provenanceSchema>;
