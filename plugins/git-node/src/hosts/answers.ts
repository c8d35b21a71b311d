import { ServiceUnavailableError } from '@backstage/errors';
import type { MergeRequest } from './GitHost';

/** The first of a list that a host answers; nothing for an empty one. */
export function firstOf(answer: unknown): unknown {
  return Array.isArray(answer) ? answer[0] : undefined;
}

/** Whether a repository that a host answers is archived; nothing for no repository. */
export function archivedIn(answer: unknown): boolean | undefined {
  if (answer === undefined) return undefined;
  const { archived }: { archived?: unknown } = { ...(answer as object) };
  return archived === true;
}

/** What a field of an answer says; nothing where there is no text. */
export function textIn(answer: unknown, field: string): string | undefined {
  const fields: Record<string, unknown> = { ...(answer as object) };
  const text = fields[field];
  return typeof text === 'string' ? text : undefined;
}

/**
 * The page that a host answers for something of a repository.
 *
 * @param field - that holds it
 * @param repository - the page of the repository, below which it must lie
 * @throws `ServiceUnavailableError` when the answer has none
 */
export function pageIn(
  answer: unknown,
  field: string,
  repository: string,
): { url: string } {
  const url = textIn(answer, field);
  // Hosts take a name in either case, and answer with the one that they have.
  const start = `${repository}/`.toLocaleLowerCase('en-US');
  if (url?.toLocaleLowerCase('en-US').startsWith(start)) return { url };
  throw new ServiceUnavailableError(
    `The host did not answer with a page of ${repository} in ${field}: look there what it did`,
  );
}

/**
 * The open request to merge two branches, which is made where there is none.
 *
 * @param repository - its page
 * @param options.make - answers nothing when somebody else has just made it
 * @throws `ServiceUnavailableError` when there is none after all
 */
export async function openMerge(
  repository: string,
  { from, into }: Pick<MergeRequest, 'from' | 'into'>,
  options: {
    find(): Promise<{ url: string } | undefined>;
    make(): Promise<{ url: string } | undefined>;
  },
): Promise<{ url: string }> {
  const open =
    (await options.find()) ?? (await options.make()) ?? (await options.find());
  if (open) return open;
  throw new ServiceUnavailableError(
    `The host says that ${from} of ${repository} is to be merged into ${into} already, and shows no open request: look there, then try again`,
  );
}
