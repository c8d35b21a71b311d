import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  type DefinitionProblem,
  PolledDefinitions,
  parseDefinitions,
} from '@squadron/backend-kit';
import { type TagPolicy, tagPolicySchema } from '../domain/tagPolicy';

/** The tag policy as its file is now; while the file is bad, as it last was good. */
export function createTagPolicy(options: {
  path: string;
  logger: LoggerService;
  now: () => Date;
}): PolledDefinitions<TagPolicy> {
  return new PolledDefinitions({
    ...options,
    content: 'tags of costs',
    files: 'tag policy',
    load: () => load(options.path),
  });
}

async function load(path: string): Promise<{
  value?: TagPolicy;
  problems: readonly DefinitionProblem[];
}> {
  const file = basename(path);
  try {
    const text = await readFile(path, 'utf8');
    const { files, problems } = parseDefinitions(
      [{ file, text }],
      tagPolicySchema,
    );
    return { value: files.at(0)?.value, problems };
  } catch (error) {
    const message = `It cannot be read from ${path}: ${error}`;
    return { problems: [{ severity: 'error', file, message }] };
  }
}
