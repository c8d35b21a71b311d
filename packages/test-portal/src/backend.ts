import {
  type ContractClient,
  type PluginContract,
  createContractClient,
} from '@squadron/contract';
import { delay, http, HttpResponse, type JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';

const origin = 'http://portal.test/api';

const methods: Record<string, typeof http.get> = {
  GET: http.get,
  POST: http.post,
  PUT: http.put,
  DELETE: http.delete,
};

/** What the backend answers, by method and path below `/api`: a body, or what makes one of the request. */
export type Answers = Record<
  string,
  JsonBodyType | ((request: Request) => Promise<JsonBodyType | Response>)
>;

/**
 * A backend for a test file: set answers in each test, anything else is an error.
 *
 * @param everywhere - what every page reads beside its own
 */
export function setupBackend(everywhere: Answers = {}) {
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

/** A client of the test's backend. */
export function clientOf<T extends PluginContract>(
  contract: T,
): ContractClient<T> {
  return createContractClient(contract, {
    discovery: { getBaseUrl: async id => `${origin}/${id}` },
    fetch: (url, init) => fetch(url, init),
  });
}
