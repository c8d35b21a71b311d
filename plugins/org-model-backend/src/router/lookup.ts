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

/** The signed-in person who calls; a plugin that calls for itself is nobody. */
export function personOf({ principal }: CallerCredentials): string {
  if (principal.type !== 'user') {
    throw new NotAllowedError(
      'This is about the signed-in person: call it with the token of a user',
    );
  }
  return principal.userEntityRef;
}
