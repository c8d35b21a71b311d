import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import {
  ContractClient,
  createContractClient,
  PluginContract,
} from '@squadron/contract';
import { gitContract } from '@squadron/plugin-git-common';
import { delay, http, HttpResponse, JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';
import { ReactElement } from 'react';
import { Route, Routes } from 'react-router-dom';
import { gitApiRef } from '../api/gitApi';

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

/** A backend for a test file: set answers in each test, anything else is an error. */
export function setupPortal() {
  const server = setupServer();
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
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

/** Renders a part of the portal that talks to the test's backend, below `/git` as the page is. */
export function renderPortal(
  element: ReactElement,
  options: { path?: string; entity?: Entity } = {},
) {
  const { path = '/git', entity } = options;
  const page = (
    <Routes>
      <Route path="/git/*" element={element} />
    </Routes>
  );
  return renderInTestApp(
    entity ? <EntityProvider entity={entity}>{page}</EntityProvider> : page,
    {
      initialRouteEntries: [path],
      apis: [[gitApiRef, clientOf(gitContract)]],
    },
  );
}
