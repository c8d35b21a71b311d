import { NotAllowedError } from '@backstage/errors';
import type { CallerCredentials } from '@squadron/backend-kit';

/** The signed-in person who calls; nothing for a plugin that calls for itself. */
export function userOf({ principal }: CallerCredentials): string | undefined {
  return principal.type === 'user' ? principal.userEntityRef : undefined;
}

/** The signed-in person who calls, for what a plugin cannot do for itself. */
export function personOf(credentials: CallerCredentials): string {
  const user = userOf(credentials);
  if (user !== undefined) return user;
  throw new NotAllowedError(
    'This is done by people: call it with the token of a user',
  );
}
