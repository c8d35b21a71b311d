import { createHash } from 'node:crypto';

/** Of a namespace, as of every DNS label. */
const mostLetters = 63;
const hashLetters = 6;
const mainBranch = 'main';

/** The branch that an environment is named after; none for the main one. */
export function branchOf(branch: string | undefined): string | undefined {
  return branch && branch !== mainBranch ? branch : undefined;
}

export function componentRefOf(component: string): string {
  return `component:default/${component}`;
}

function slugOf(branch: string): string {
  return branch
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

function hashOf(...parts: string[]): string {
  return createHash('sha256')
    .update(parts.join('\0'))
    .digest('hex')
    .slice(0, hashLetters);
}

/**
 * The namespace of a component's environment: always the same, so that who asks again gets the same.
 * A branch whose name does not fit as it is gets a hash behind it, so that two branches never share one.
 */
export function namespaceOf(component: string, branch?: string): string {
  const named = branchOf(branch);
  if (named === undefined) return `dev-${component}`;
  const slug = slugOf(named);
  const plain = `dev-${component}-${slug}`;
  if (slug === named && plain.length <= mostLetters) return plain;
  const start = plain
    .slice(0, mostLetters - hashLetters - 1)
    .replace(/-+$/, '');
  return `${start}-${hashOf(component, named)}`;
}
