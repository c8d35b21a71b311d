import type { FileChange } from '@squadron/plugin-golden-paths-common';

const mostCharacters = 50_000;

/** A change with as much of its text as the API tells. */
export function shortened(change: FileChange): FileChange {
  return { ...change, diff: change.diff.slice(0, mostCharacters) };
}
