import { NotFoundError } from '@backstage/errors';
import { nearest } from '@squadron/backend-kit';
import type { OrgTree } from '@squadron/plugin-org-model-common';

function suggestionFor(tree: OrgTree, text: string): string {
  const [name] = text.split(/[:/]/).slice(-1);
  const names = tree.groups().map(group => group.name);
  const meant = nearest(name, names);
  return meant
    ? `did you mean ${meant}?`
    : 'write its name, such as squad-b-1, or its reference, such as group:default/squad-b-1';
}

/** The group that somebody named. */
export function groupNamed(tree: OrgTree, text: string): string {
  const ref = tree.resolve(text);
  if (ref) return ref;
  throw new NotFoundError(
    `The tree has no group "${text}": ${suggestionFor(tree, text)}`,
  );
}

/** The groups that somebody named, with all that is below them; nothing, for everything, when none was named. */
export function groupsBelow(
  tree: OrgTree,
  roots: readonly string[] | undefined,
): string[] | undefined {
  const refs = roots?.flatMap(root => tree.subtree(groupNamed(tree, root)));
  return refs && [...new Set(refs.map(({ ref }) => ref))];
}
