import { z } from 'zod/v3';

/** Who may knock: a signed-in user or a plugin, or nobody in particular (health, feed tokens). */
export type RouteAccess = 'session' | 'public';

/** One route of a plugin's API. Everything that is known of it stands here, once. */
export interface RouteContract {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Express path below `/api/<id>`, such as `/groups/:name`. */
  path: string;
  summary: string;
  access?: RouteAccess;
  params?: z.AnyZodObject;
  /** Query values arrive as text: use `z.coerce` for numbers. */
  query?: z.AnyZodObject;
  body?: z.ZodTypeAny;
  /** The body of the answer; left out for 204 and for answers that are not JSON. */
  response?: z.ZodTypeAny;
  /** The status of success; 200 when left out, 204 without a response. */
  status?: number;
  /** Of an answer that is not JSON, such as `text/calendar`. */
  contentType?: string;
}

/** The API of one plugin: the single source of types, validation, client and `openapi.json`. */
export interface PluginContract<
  TRoutes extends Record<string, RouteContract> = Record<string, RouteContract>,
> {
  /** The plugin id, which is also the path below `/api`. */
  id: string;
  title: string;
  description: string;
  version: string;
  routes: TRoutes;
}

/**
 * States a plugin's API.
 *
 * @example
 * ```ts
 * export const contract = defineContract({ id: 'org-model', …, routes: { … } });
 * ```
 */
export function defineContract<
  const TRoutes extends Record<string, RouteContract>,
>(contract: PluginContract<TRoutes>): PluginContract<TRoutes> {
  return contract;
}

type InputOf<T> = T extends z.ZodTypeAny ? z.input<T> : never;
type OutputOf<T> = T extends z.ZodTypeAny ? z.output<T> : never;
type Part<TName extends string, TSchema> = TSchema extends z.ZodTypeAny
  ? {} extends InputOf<TSchema>
    ? { [K in TName]?: InputOf<TSchema> }
    : { [K in TName]: InputOf<TSchema> }
  : {};

/** What a caller sends: `{ params, query, body }`, each only where the route has it. */
export type RouteRequest<T extends RouteContract> = Part<
  'params',
  T['params']
> &
  Part<'query', T['query']> &
  Part<'body', T['body']>;

/** What a handler receives, after validation and defaults. */
export interface RouteInput<T extends RouteContract> {
  params: T['params'] extends z.ZodTypeAny ? OutputOf<T['params']> : {};
  query: T['query'] extends z.ZodTypeAny ? OutputOf<T['query']> : {};
  body: T['body'] extends z.ZodTypeAny ? OutputOf<T['body']> : undefined;
}

/** What a route answers: the parsed response, or the text of an answer that is not JSON. */
export type RouteResponse<T extends RouteContract> =
  T['response'] extends z.ZodTypeAny
    ? OutputOf<T['response']>
    : T['contentType'] extends string
      ? string
      : void;
