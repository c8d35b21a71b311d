import { CatalogClient } from '@backstage/catalog-client';
import { ANNOTATION_ORIGIN_LOCATION, Entity } from '@backstage/catalog-model';
import { isError, ResponseError } from '@backstage/errors';
import { ORG_MODEL_ORIGIN } from '../definitions';
import { CliError } from './io';

/** Which portal to ask, and as whom. */
export interface PortalAccess {
  url: string;
  token?: string;
  /** Name of the person to sign in as where the demo sign-in is on. */
  persona?: string;
}

/** What a running portal's catalog holds of the organization's files. */
export async function managedEntities(access: PortalAccess): Promise<Entity[]> {
  const { url, token } = await openPortal(access);
  const catalog = new CatalogClient({
    discoveryApi: { getBaseUrl: async id => `${url}/api/${id}` },
  });
  const entities: Entity[] = [];
  try {
    const pages = catalog.streamEntities(
      {
        filter: {
          [`metadata.annotations.${ANNOTATION_ORIGIN_LOCATION}`]:
            ORG_MODEL_ORIGIN,
        },
      },
      { token },
    );
    for await (const page of pages) entities.push(...page);
  } catch (error) {
    throw explain(error, url);
  }
  return entities;
}

/**
 * Finds out by which token a portal can be asked.
 *
 * @returns the address without a slash at its end, and the token
 * @throws CliError when nobody is named, the person may not sign in, or no portal answers
 */
export async function openPortal({
  url: address,
  token,
  persona,
}: PortalAccess): Promise<{ url: string; token: string }> {
  const url = address.replace(/\/+$/, '');
  return { url, token: token ?? (await signIn(url, persona)) };
}

async function signIn(url: string, persona?: string): Promise<string> {
  if (!persona) {
    throw new CliError('Say who asks: --persona <name> or --token <token>.');
  }
  let response: Response;
  try {
    response = await fetch(`${url}/api/auth/demo/refresh`, {
      headers: {
        'x-demo-persona': persona,
        'x-requested-with': 'XMLHttpRequest',
      },
    });
  } catch (error) {
    throw unreachable(error, url);
  }
  if (!response.ok) {
    throw new CliError(
      `The portal at ${url} does not let "${persona}" sign in (${response.status}): name another person with --persona, or give --token where the demo sign-in is off.`,
    );
  }
  const { backstageIdentity } = (await response.json()) as {
    backstageIdentity?: { token?: string };
  };
  if (!backstageIdentity?.token) {
    throw new CliError(
      `What answers at ${url} is no portal with the demo sign-in: give --url or --token.`,
    );
  }
  return backstageIdentity.token;
}

function explain(error: unknown, url: string): CliError {
  return error instanceof ResponseError
    ? new CliError(
        `The catalog of ${url} answers ${error.response.status}: ${error.message}`,
      )
    : unreachable(error, url);
}

/** Says that no portal answers, of what a request failed with. */
export function unreachable(error: unknown, url: string): CliError {
  const cause = isError(error) && isError(error.cause) ? error.cause : error;
  const reason = isError(cause) ? String(cause.code ?? cause.message) : cause;
  return new CliError(
    `No portal answers at ${url} (${reason}): start it with "npm start", or name it with --url.`,
  );
}
