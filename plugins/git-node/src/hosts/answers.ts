import { ServiceUnavailableError } from '@backstage/errors';

/** The first of a list that a host answers; nothing for an empty one. */
export function firstOf(answer: unknown): unknown {
  return Array.isArray(answer) ? answer[0] : undefined;
}

/**
 * An address that a host answers.
 *
 * @param field - that holds it
 * @throws `ServiceUnavailableError` when the answer has none
 */
export function addressOf(answer: unknown, field: string): string {
  const fields: Record<string, unknown> = { ...(answer as object) };
  const address = fields[field];
  if (typeof address === 'string' && URL.canParse(address)) return address;
  throw new ServiceUnavailableError(
    `The host did not answer with the ${field} of what it made: look there whether it did`,
  );
}
