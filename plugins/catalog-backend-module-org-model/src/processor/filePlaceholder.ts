import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  PlaceholderResolver,
  processingResult,
} from '@backstage/plugin-catalog-node';

/**
 * Puts the text of a file of the repository in the place of `$file`, such as an API's
 * `definition: { $file: plugins/x-common/openapi.json }`. Backstage's own `$text` reads URLs only.
 *
 * The path starts in the folder of the catalog file and cannot leave it. Only files that the
 * configuration lists have such a place on disk; an entity from a URL has none.
 */
export const filePlaceholderResolver: PlaceholderResolver = async ({
  key,
  value,
  baseUrl,
  emit,
}) => {
  if (typeof value !== 'string') {
    throw new InputError(
      `Placeholder $${key} needs the path of a file, such as plugins/x-common/openapi.json`,
    );
  }
  if (!isAbsolute(baseUrl)) {
    throw new InputError(
      `Placeholder $${key} works only in catalog files on disk, not in ${baseUrl}: write $text instead`,
    );
  }
  const path = resolveSafeChildPath(dirname(baseUrl), value);
  emit(processingResult.refresh(`file:${path}`));
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new InputError(
      `Placeholder $${key} cannot read ${value}; put the file there or correct the path`,
      error,
    );
  }
};
