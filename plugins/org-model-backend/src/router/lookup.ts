import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { CallerCredentials } from '@squadron/backend-kit';
import type { OrgIndex } from '../domain/OrgIndex';

/** The ref of a group that a caller named; left out stays left out. */
export function findGroup(index: OrgIndex, text: string): string;
export function findGroup(
  index: OrgIndex,
  text: string | undefined,
): string | undefined;
export function findGroup(index: OrgIndex, text: string | undefined) {
  if (text === undefined) return undefined;
  const ref = index.tree.resolve(text);
  if (!ref) {
    throw new NotFoundError(
      `The tree has no group "${text}": write its name, such as squad-b-1, or its reference, such as group:default/squad-b-1`,
    );
  }
  return ref;
}

/**
 * The refs of the groups that a caller named, without those that lie inside another of them,
 * so that nothing counts twice; none when the caller named none, which means the whole tree.
 */
export function findGroups(
  index: OrgIndex,
  texts: string | readonly string[] | undefined,
): string[] {
  const named = [texts ?? []].flat().map(text => findGroup(index, text));
  const refs = [...new Set(named)];
  return refs.filter(
    ref => !index.tree.ancestors(ref).some(above => refs.includes(above.ref)),
  );
}

/** The signed-in person who calls; a plugin that calls for itself is nobody. */
export function personOf({ principal }: CallerCredentials): string {
  if (principal.type !== 'user') {
    throw new NotAllowedError(
      'This is about the signed-in person: call it with the token of a user',
    );
  }
  return principal.userEntityRef;
}
