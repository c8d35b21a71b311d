/**
 * What an error says to a person. The client's own message of a failed request is its status alone; the
 * server's sentence, which says what to do, is the cause.
 */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause: unknown = 'cause' in error ? error.cause : undefined;
  const said =
    error.name === 'ResponseError' && cause instanceof Error && cause.message;
  return said || error.message;
}
