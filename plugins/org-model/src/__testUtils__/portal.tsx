import { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { createContractClient } from '@squadron/contract';
import {
  Me,
  orgModelContract,
  TreeNode,
} from '@squadron/plugin-org-model-common';
import { orgModelApiRef } from '@squadron/plugin-org-model-react';
import { http, HttpResponse, JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';
import { ReactElement } from 'react';

const origin = 'http://portal.test/api/org-model';

/** What the backend answers, by method and path below `/api/org-model`: a body, or what makes one. */
export type Answers = Record<
  string,
  | JsonBodyType
  | ((
      request: Request,
      params: Record<string, string>,
    ) => JsonBodyType | Response | Promise<JsonBodyType | Response>)
>;

const methods = {
  GET: http.get,
  POST: http.post,
  PUT: http.put,
  DELETE: http.delete,
};
const nobody: Me = { groups: [], roles: [], attention: [] };

/** A backend for a test file: set answers in each test, anything else is an error. */
export function setupPortal() {
  const server = setupServer();
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());

  const answer = (answers: Answers) => {
    const handlers = Object.entries(answers).map(([route, body]) => {
      const [method, path] = route.split(' ') as [keyof typeof methods, string];
      return methods[method](
        `${origin}${path}`,
        async ({ request, params }) => {
          const result =
            typeof body === 'function'
              ? await body(request, params as Record<string, string>)
              : body;
          return result instanceof Response
            ? result
            : HttpResponse.json(result);
        },
      );
    });
    server.use(...handlers);
  };
  beforeEach(() =>
    answer({
      'GET /people/me': nobody,
      'GET /tree': { at: '2026-11-24T00:00:00Z', nodes: [] },
    }),
  );
  return { answer };
}

/** An answer of the backend that is an error. */
export function refusal(status: number, name: string, message: string) {
  return HttpResponse.json(
    { error: { name, message }, response: { statusCode: status } },
    { status },
  );
}

/** The answer of `/tree`. */
export function treeAnswer(...nodes: TreeNode[]) {
  return { root: nodes[0]?.ref, at: '2026-11-24T00:00:00Z', nodes };
}

/** Renders a part of the portal that talks to the test's backend. */
export function renderPortal(
  element: ReactElement,
  options: { path?: string; entity?: Entity; catalog?: Entity[] } = {},
) {
  const { path = '/', entity, catalog = [] } = options;
  const client = createContractClient(orgModelContract, {
    discovery: { getBaseUrl: async () => origin },
    fetch: (url, init) => fetch(url, init),
  });
  return renderInTestApp(
    entity ? (
      <EntityProvider entity={entity}>{element}</EntityProvider>
    ) : (
      element
    ),
    {
      initialRouteEntries: [path],
      apis: [
        [orgModelApiRef, client],
        catalogApiMock({ entities: catalog }),
        mockApis.storage(),
        mockApis.identity({ userEntityRef: 'user:default/lead-1b' }),
      ],
    },
  );
}

/** A Group in the catalog. */
export function anEntity(over: Partial<Entity> = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'squad-b-1', namespace: 'default' },
    spec: { type: 'squad', children: [] },
    ...over,
  };
}
