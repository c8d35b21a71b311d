import { ResponseError } from '@backstage/errors';
import {
  PluginContract,
  RouteContract,
  RouteRequest,
  RouteResponse,
} from './contract';

/** What may be said with each call. */
export interface CallOptions {
  /** A plugin or user token; in the browser the fetch API adds it by itself. */
  token?: string;
  signal?: AbortSignal;
  headers?: Record<string, string>;
}

type Call<T extends RouteContract> = (
  ...args: {} extends RouteRequest<T>
    ? [request?: RouteRequest<T>, options?: CallOptions]
    : [request: RouteRequest<T>, options?: CallOptions]
) => Promise<RouteResponse<T>>;

/** One method for each route of the contract. */
export type ContractClient<T extends PluginContract> = {
  [K in keyof T['routes']]: Call<T['routes'][K]>;
};

/** How the client reaches the plugin; `discoveryApi` and `fetchApi` fit as they are. */
export interface ClientOptions {
  discovery: { getBaseUrl(pluginId: string): Promise<string> };
  fetch: (url: string, init?: RequestInit) => Promise<Response>;
}

interface AnyRequest {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** Puts path parameters and query values into a route's path; values are escaped. */
export function routePath(
  route: Pick<RouteContract, 'path'>,
  request: AnyRequest = {},
): string {
  const path = route.path.replace(/:(\w+)/g, (_, name) =>
    encodeURIComponent(String(request.params?.[name])),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query ?? {})) {
    const values = Array.isArray(value) ? value : [value];
    for (const each of values) {
      if (each !== undefined && each !== '') query.append(name, String(each));
    }
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

async function call(
  contract: PluginContract,
  route: RouteContract,
  options: ClientOptions,
  request: AnyRequest,
  { token, signal, headers }: CallOptions,
) {
  const baseUrl = await options.discovery.getBaseUrl(contract.id);
  const response = await options.fetch(
    `${baseUrl}${routePath(route, request)}`,
    {
      method: route.method,
      signal,
      headers: {
        ...(request.body !== undefined && {
          'Content-Type': 'application/json',
        }),
        ...(token && { Authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
    },
  );
  if (!response.ok) throw await ResponseError.fromResponse(response);
  if (route.contentType) return response.text();
  return route.response ? response.json() : undefined;
}

/**
 * A typed client for a plugin's API, for the browser and for other backends.
 *
 * Answers are trusted as the server validated them; errors are `ResponseError`s with the server's message.
 *
 * @example
 * ```ts
 * const api = createContractClient(orgModelContract, { discovery, fetch: fetchApi.fetch });
 * const { nodes } = await api.tree({ query: { root: 'group:default/company' } });
 * ```
 */
export function createContractClient<T extends PluginContract>(
  contract: T,
  options: ClientOptions,
): ContractClient<T> {
  const calls = Object.entries(contract.routes).map(([name, route]) => [
    name,
    (request: AnyRequest = {}, callOptions: CallOptions = {}) =>
      call(contract, route, options, request, callOptions),
  ]);
  return Object.fromEntries(calls);
}
