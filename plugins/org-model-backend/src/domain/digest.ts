import { createHash } from 'node:crypto';

/** A hash of named lists, equal exactly when nothing in them differs. */
export function digestOf<T extends Record<keyof T, readonly unknown[]>>(
  lists: T,
): string {
  const hash = createHash('sha256');
  for (const [name, list] of Object.entries<readonly unknown[]>(lists)) {
    hash.update(`\n${name}`);
    // Piece by piece: one text of all would be many megabytes.
    for (const item of list) hash.update(`\n${JSON.stringify(item)}`);
  }
  return hash.digest('base64url');
}
