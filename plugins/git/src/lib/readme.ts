import type { TreeEntry } from '@squadron/plugin-git-common';

/** The file that says what a folder is about. */
export function readmeOf(entries: readonly TreeEntry[]): string | undefined {
  return entries.find(
    ({ name, kind }) => kind === 'file' && /^readme(\.(md|txt))?$/i.test(name),
  )?.name;
}
