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
  const url = access.url.replace(/\/+$/, '');
  const token = access.token ?? (await signIn(url, access.persona));
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
    throw explain(error, url);
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
  if (error instanceof ResponseError) {
    return new CliError(
      `The catalog of ${url} answers ${error.response.status}: ${error.message}`,
    );
  }
  const cause = isError(error) && isError(error.cause) ? error.cause : error;
  const reason = isError(cause) ? String(cause.code ?? cause.message) : cause;
  return new CliError(
    `No portal answers at ${url} (${reason}): start it with "npm start", name it with --url, or compare with an export by --against <file>.`,
  );
}
