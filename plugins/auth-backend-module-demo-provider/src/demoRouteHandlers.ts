import { AuditorService } from '@backstage/backend-plugin-api';
import { Entity, isUserEntity } from '@backstage/catalog-model';
import {
  InputError,
  isError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  AuthProviderRouteHandlers,
  AuthResolverContext,
  ClientAuthResponse,
  prepareBackstageIdentityResponse,
} from '@backstage/plugin-auth-node';
import { Request } from 'express';
import { assertSameOrigin } from './sameOrigin';

const PERSONA_HEADER = 'x-demo-persona';
const ENTITY_NAME = /^[a-z0-9]([a-z0-9_.-]{0,61}[a-z0-9])?$/i;

interface Options {
  resolverContext: AuthResolverContext;
  auditor: AuditorService;
  isOriginAllowed: (origin: string) => boolean;
}

function readPersona(req: Request): string {
  const name = req.get(PERSONA_HEADER) ?? '';
  if (!ENTITY_NAME.test(name)) {
    throw new InputError(
      `Name the person to sign in as in the header ${PERSONA_HEADER}, for example "${PERSONA_HEADER}: lead-b-1". GET /api/auth/demo/personas lists everybody.`,
    );
  }
  return name;
}

function toProfile(user: Entity) {
  const profile = isUserEntity(user) ? user.spec.profile : undefined;
  return {
    displayName:
      profile?.displayName ?? user.metadata.title ?? user.metadata.name,
    ...(profile?.email && { email: profile.email }),
    ...(profile?.picture && { picture: profile.picture }),
  };
}

async function signIn(
  name: string,
  context: AuthResolverContext,
): Promise<ClientAuthResponse<{}>> {
  const query = { entityRef: { kind: 'User', name } };
  try {
    const { entity } = await context.findCatalogUser(query);
    const result = await context.signInWithCatalogUser(query);
    return {
      providerInfo: {},
      profile: toProfile(entity),
      backstageIdentity: prepareBackstageIdentityResponse(result),
    };
  } catch (error) {
    if (isError(error) && error.name === 'NotFoundError') {
      throw new NotFoundError(
        `Nobody in the catalog is named "${name}". Pick somebody from GET /api/auth/demo/personas; right after a first start the people may still be loading.`,
      );
    }
    throw error;
  }
}

/** The provider's routes: `refresh` signs in, the redirect flow of other providers does not exist. */
export function createDemoRouteHandlers(
  options: Options,
): AuthProviderRouteHandlers {
  const { resolverContext, auditor, isOriginAllowed } = options;
  const noRedirectFlow = async () => {
    throw new NotFoundError(
      `The demo provider has no redirect flow: send GET /api/auth/demo/refresh with the header ${PERSONA_HEADER}.`,
    );
  };

  return {
    start: noRedirectFlow,
    frameHandler: noRedirectFlow,

    async refresh(req, res) {
      try {
        if (req.method !== 'GET') {
          throw new NotAllowedError('Demo sign-in is a GET request.');
        }
        assertSameOrigin(req, isOriginAllowed);
        const response = await signIn(readPersona(req), resolverContext);
        res.set('Cache-Control', 'no-store').json(response);
      } catch (error) {
        // Who is let in is audited where their ownership is found out, for every provider.
        const event = await auditor.createEvent({
          eventId: 'sign-in',
          severityLevel: 'medium',
          request: req,
          meta: { provider: 'demo', persona: req.get(PERSONA_HEADER) ?? '' },
        });
        await event.fail({
          error: isError(error) ? error : new Error(String(error)),
        });
        throw error;
      }
    },

    async logout(req, res) {
      assertSameOrigin(req, isOriginAllowed);
      res.status(204).end();
    },
  };
}
