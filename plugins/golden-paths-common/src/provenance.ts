import { z } from 'zod/v3';

/** What made a repository, as its `.squadron/golden-path.yaml` says. */
export const provenanceSchema = z.object({
  /** Ref of the template. */
  template: z.string(),
  version: z.string(),
  /** What the form was filled with; never secrets. */
  values: z.record(z.unknown()),
});
export type Provenance = z.output<typeof provenanceSchema>;
