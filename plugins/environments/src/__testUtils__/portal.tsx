import type { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ContractClient,
  createContractClient,
  PluginContract,
} from '@squadron/contract';
import { orgModelContract } from '@squadron/plugin-org-model-common';
import { orgModelApiRef } from '@squadron/plugin-org-model-react';
import { environmentsContract } from '@squadron/plugin-environments-common';
import { delay, http, HttpResponse, JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';
import { ReactElement } from 'react';
import { environmentsApiRef } from '../api/environmentsApi';

const origin = 'http://portal.test/api';

const methods: Record<string, typeof http.get> = {
  GET: http.get,
  POST: http.post,
  DELETE: http.delete,
};

/** What the backend answers, by method and path below `/api`: a body, or what makes one of the request. */
export type Answers = Record<
  string,
  JsonBodyType | ((request: Request) => Promise<JsonBodyType | Response>)
>;

/** What every page reads beside its own: who asks, and the tree. */
const everywhere: Answers = {
  'GET org-model/people/me': {
    groups: [],
    roles: [],
    attention: [],
    person: {
      ref: 'user:default/lead-b-1',
      name: 'lead-b-1',
      title: 'Lead, B-1',
      memberOf: ['group:default/squad-b-1'],
      leads: [],
    },
  },
  'GET org-model/tree': { at: '2026-11-28T00:00:00Z', nodes: [] },
};

/** A backend for a test file: set answers in each test, anything else is an error. */
export function setupPortal() {
  const server = setupServer();
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  beforeEach(() => answer(everywhere));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());

  function answer(answers: Answers) {
    for (const [route, body] of Object.entries(answers)) {
      const [method, path] = route.split(' ');
      server.use(
        methods[method](`${origin}/${path}`, async ({ request }) => {
          await delay(0);
          const made = typeof body === 'function' ? await body(request) : body;
          return made instanceof Response ? made : HttpResponse.json(made);
        }),
      );
    }
  }
  return { answer };
}

/** An answer of the backend that is an error. */
export function refusal(status: number, name: string, message: string) {
  return HttpResponse.json(
    { error: { name, message }, response: { statusCode: status } },
    { status },
  );
}

function clientOf<T extends PluginContract>(contract: T): ContractClient<T> {
  return createContractClient(contract, {
    discovery: { getBaseUrl: async id => `${origin}/${id}` },
    fetch: (url, init) => fetch(url, init),
  });
}

/** Renders a part of the portal that talks to the test's backend; who asks may do all but for the groups denied. */
export function renderPortal(
  element: ReactElement,
  options: { path?: string; entity?: Entity; denied?: string[] } = {},
) {
  const { path = '/', entity, denied = [] } = options;
  return renderInTestApp(
    entity ? (
      <EntityProvider entity={entity}>{element}</EntityProvider>
    ) : (
      element
    ),
    {
      initialRouteEntries: [path],
      apis: [
        [orgModelApiRef, clientOf(orgModelContract)],
        [environmentsApiRef, clientOf(environmentsContract)],
        mockApis.permission({
          authorize: ({ resourceRef = '' }) =>
            denied.includes(resourceRef)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        }),
        mockApis.storage(),
      ],
    },
  );
}
