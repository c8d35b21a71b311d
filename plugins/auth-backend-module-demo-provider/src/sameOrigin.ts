import { NotAllowedError } from '@backstage/errors';
import { Request } from 'express';

/**
 * Lets pass what the portal itself or a script asks, and refuses what another site asks a
 * browser to do: a browser says where a request comes from, a script says nothing.
 */
export function assertSameOrigin(
  req: Request,
  isOriginAllowed: (origin: string) => boolean,
): void {
  const origin = req.get('origin');
  const foreign =
    req.get('sec-fetch-site') === 'cross-site' ||
    (origin !== undefined && !isOriginAllowed(origin));
  if (foreign) {
    throw new NotAllowedError(
      'Demo sign-in answers only the portal itself. Open the address in app.baseUrl, or call from a script.',
    );
  }
}
