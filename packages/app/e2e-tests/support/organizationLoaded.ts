import { APIRequestContext, FullConfig, request } from '@playwright/test';

const PATIENCE_MS = 180_000;
const POLL_MS = 1_000;
const STEADY_MS = 8_000;

async function json(client: APIRequestContext, path: string, headers = {}) {
  const response = await client.get(path, { headers });
  return response.ok() ? response.json() : undefined;
}

/** How many people can sign in, and how many entities the first of them has and can search. */
async function size(client: APIRequestContext): Promise<string | undefined> {
  const people = await json(client, '/api/auth/demo/personas?limit=1');
  if (!people?.total) return undefined;
  const session = await json(client, '/api/auth/demo/refresh', {
    'x-demo-persona': people.items[0].name,
  });
  if (!session) return undefined;
  const headers = {
    authorization: `Bearer ${session.backstageIdentity.token}`,
  };
  const [entities, search] = await Promise.all([
    json(client, '/api/catalog/entities/by-query?limit=0', headers),
    json(
      client,
      '/api/search/query?term=&types[0]=software-catalog&pageLimit=1',
      headers,
    ),
  ]);
  // The index is filled in turns and lags behind the catalog.
  if (!entities || entities.totalItems !== search?.numberOfResults) {
    return undefined;
  }
  return `${people.total} people, ${entities.totalItems} entities`;
}

/** Waits until the catalog holds the organization, has stopped growing and can be searched. */
async function organizationLoaded(config: FullConfig): Promise<void> {
  const client = await request.newContext({
    baseURL: config.projects[0].use.baseURL,
  });
  const deadline = Date.now() + PATIENCE_MS;
  let last: string | undefined;
  let since = Date.now();
  while (!last || Date.now() - since < STEADY_MS) {
    if (Date.now() > deadline) {
      throw new Error(
        `The organization was not complete after ${PATIENCE_MS / 1000} s (${
          last ?? 'nobody can sign in, or search does not know every entity'
        }): read the portal's log.`,
      );
    }
    const now = await size(client);
    if (now !== last) since = Date.now();
    last = now;
    await new Promise(done => setTimeout(done, POLL_MS));
  }
  await client.dispose();
}

export default organizationLoaded;
