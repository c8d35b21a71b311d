import type { MergeRequest } from '@squadron/plugin-git-node';

/** What an update brings in. */
export interface Version {
  templateTitle: string;
  from: string;
  to: string;
}

/** The branch that has a version for a request to merge it. */
export function branchOf({ to }: Pick<Version, 'to'>): string {
  // Git takes no build metadata as semantic versions write it.
  return `golden-path-${to.replaceAll(/[^0-9A-Za-z.-]/g, '-')}`;
}

/** First line of the commits and of the request. */
export function titleOf({ templateTitle, to }: Omit<Version, 'from'>): string {
  return `Update from ${templateTitle} ${to}`;
}

/**
 * The request to merge a version into what people have made of an older one.
 *
 * @param conflicts - paths of files that both have changed in the same place
 */
export function mergeRequestOf(
  version: Version,
  conflicts: readonly string[],
): Pick<MergeRequest, 'title' | 'text'> {
  const { templateTitle, from, to } = version;
  const parts = [
    `Brings what is new in ${templateTitle} since version ${from} up to version ${to}. What was changed here stays.`,
  ];
  if (conflicts.length > 0) {
    const list = conflicts.map(path => `- \`${path}\``).join('\n');
    parts.push(
      `Both have changed the same lines of these files. Settle them on this branch:\n\n${list}`,
    );
  }
  parts.push(
    'Merge it with a merge commit. After a squash or a rebase git does not know that these changes are in, and the next update conflicts with them.',
  );
  return { title: titleOf(version), text: parts.join('\n\n') };
}
