import { InputError } from '@backstage/errors';

/** What a clone checks out, and what people change. */
export const mainBranch = 'main';

/** What golden paths write, version by version, for the next to be merged. */
export const templateBranch = 'template';

/** What the catalog reads of a repository. */
export const catalogFile = 'catalog-info.yaml';

/** A name that is also good for a namespace, a host and an image. */
const repositoryName = /^[a-z0-9](?:[a-z0-9-]{0,51}[a-z0-9])?$/;
const branchName = /^[a-zA-Z0-9](?:[a-zA-Z0-9._/-]{0,198}[a-zA-Z0-9])?$/;

/** Whether a repository may be called so: 1 to 53 lower-case letters, digits and inner hyphens. */
export function isRepositoryName(name: string): boolean {
  return repositoryName.test(name);
}

/** @throws `InputError` that says what a name may be */
export function checkRepositoryName(name: string): void {
  if (!isRepositoryName(name)) {
    throw new InputError(
      `"${name}" is no name for a repository: use 1 to 53 lower-case letters, digits and hyphens, with a letter or digit at both ends`,
    );
  }
}

/** @throws `InputError` for what git could take for an option, a range or a path */
export function checkRef(ref: string): void {
  if (!branchName.test(ref) || ref.includes('..') || ref.includes('//')) {
    throw new InputError(
      `"${ref}" is no name of a branch or commit: use letters, digits and . _ / -`,
    );
  }
}
