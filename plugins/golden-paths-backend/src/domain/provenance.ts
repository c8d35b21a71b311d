import { InputError, stringifyError } from '@backstage/errors';
import {
  PROVENANCE_FILE,
  type Provenance,
  provenanceSchema,
} from '@squadron/plugin-golden-paths-common';
import { parse } from 'yaml';

/**
 * What made a repository.
 *
 * @param text - of its `.squadron/golden-path.yaml`
 * @throws `InputError` when that does not say it
 */
export function parseProvenance(text: string, repository: string): Provenance {
  try {
    return provenanceSchema.parse(parse(text));
  } catch (error) {
    throw new InputError(
      `${PROVENANCE_FILE} of ${repository} does not say which golden path made it: write it as it was (${stringifyError(error)})`,
    );
  }
}
