/**
 * The role that a person's title says before its comma, if it says one.
 *
 * @example
 * `Engineer, B-1 Compute Platform` is an `Engineer`.
 */
export function roleInTitle(title: string): string | undefined {
  const comma = title.indexOf(',');
  return comma > 0 ? title.slice(0, comma).trim() : undefined;
}
