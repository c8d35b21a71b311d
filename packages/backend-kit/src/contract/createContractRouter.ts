import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
  AuditorServiceEvent,
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  HttpAuthService,
  HttpRouterService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  InputError,
  NotAllowedError,
  NotFoundError,
  assertError,
} from '@backstage/errors';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import type {
  PluginContract,
  RouteContract,
  RouteInput,
  RouteResponse,
} from '@squadron/contract';
import express, {
  ErrorRequestHandler,
  Request,
  Response,
  Router,
} from 'express';
import PromiseRouter from 'express-promise-router';
import { contractToOpenApi } from './openapi';
import { PreparedAnswer } from './PreparedAnswer';
import { signalOf } from './signalOf';
import { checkAnswer, parseRequest } from './validate';

/** A signed-in user or a plugin that calls for itself. */
export type CallerCredentials = BackstageCredentials<
  BackstageUserPrincipal | BackstageServicePrincipal
>;

/** What a handler receives: the validated request and who sent it. */
export type HandlerInput<T extends RouteContract> = RouteInput<T> & {
  credentials: T['access'] extends 'public' ? undefined : CallerCredentials;
} & (T['method'] extends 'GET' ? unknown : MutationInput);

interface MutationInput {
  /** Adds to what the audit log says of a mutation beside the parameters of its path. */
  audit: (meta: Meta) => void;
  /** Says that whoever asked does not wait for the answer any more. */
  signal: AbortSignal;
}

/** One function for each route; it answers what the contract says, or a {@link PreparedAnswer}. */
export type ContractHandlers<T extends PluginContract> = {
  [K in keyof T['routes']]: (
    input: HandlerInput<T['routes'][K]>,
  ) => Promise<RouteResponse<T['routes'][K]> | PreparedAnswer>;
};

/**
 * The permission of every route with a session, so that none is forgotten. `in-handler`
 * where the permission is about a resource that only the handler knows.
 */
export type ContractAuthorization<T extends PluginContract> = {
  [
    K in keyof T['routes'] as T['routes'][K]['access'] extends 'public'
      ? never
      : K
  ]: BasicPermission | 'in-handler';
};

export interface ContractRouterOptions<T extends PluginContract> {
  handlers: ContractHandlers<T>;
  authorization: ContractAuthorization<T>;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  /** Every mutation and every denial is written to it. */
  auditor: AuditorService;
  /** The largest body, such as `1mb`. */
  bodyLimit?: string;
  /** Whether answers are compared with the contract; by default everywhere but in production. */
  checkAnswers?: boolean;
}

type Meta = NonNullable<AuditorServiceCreateEventOptions['meta']>;
type AnyHandler = (input: unknown) => Promise<unknown>;
type Send = (req: Request, res: Response) => Promise<void>;

/**
 * Mounts every route of a contract: checks who calls and whether they may, validates what
 * they send, calls the handler, audits, and sends the answer. Also serves `/openapi.json`.
 */
export function createContractRouter<T extends PluginContract>(
  contract: T,
  options: ContractRouterOptions<T>,
): Router {
  const router = PromiseRouter();
  router.use(express.json({ limit: options.bodyLimit ?? '1mb' }));
  for (const [name, route] of Object.entries(contract.routes)) {
    const method = route.method.toLowerCase() as Lowercase<
      RouteContract['method']
    >;
    router[method](route.path, (req, res) =>
      serve(name, route, options, req, res),
    );
  }
  const openApi = PreparedAnswer.ofJson(contractToOpenApi(contract));
  router.get('/openapi.json', (req, res) => openApi.send(req, res));
  router.use((req, _res, next) => {
    // The framework's own routes of the plugin come after this router.
    if (req.path.startsWith('/.backstage/')) {
      next();
      return;
    }
    throw new NotFoundError(
      `${contract.title} has no route ${req.method} ${req.path}; GET /api/${contract.id}/openapi.json lists them`,
    );
  });
  router.use(bodyErrors(options.bodyLimit ?? '1mb'));
  return router;
}

/** Opens the paths of a contract's public routes to callers without a session. */
export function allowPublicRoutes(
  contract: PluginContract,
  httpRouter: HttpRouterService,
): void {
  for (const { access, path } of Object.values(contract.routes)) {
    if (access === 'public') {
      const [prefix] = path.split('/:');
      httpRouter.addAuthPolicy({ path: prefix, allow: 'unauthenticated' });
    }
  }
}

async function serve<T extends PluginContract>(
  name: string,
  route: RouteContract,
  options: ContractRouterOptions<T>,
  req: Request,
  res: Response,
): Promise<void> {
  const event = route.method === 'GET' ? undefined : await audit();
  const meta: Meta = {};
  let send: Send;
  try {
    const credentials = await authorize(name, route, options, req);
    const input = {
      ...parseRequest(route, req),
      credentials,
      signal: signalOf(req, res),
      audit: (more: Meta) => Object.assign(meta, more),
    };
    const handler = options.handlers[name] as unknown as AnyHandler;
    const answer = await handler(input);
    send = prepare(name, route, options, answer);
  } catch (error) {
    assertError(error);
    if (event) await event.fail({ error, meta });
    else if (error instanceof NotAllowedError) {
      await (await audit()).fail({ error });
    }
    throw error;
  }
  await event?.success({ meta });
  await send(req, res);

  function audit(): Promise<AuditorServiceEvent> {
    return options.auditor.createEvent({
      eventId: name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`),
      severityLevel: route.method === 'GET' ? 'low' : 'medium',
      request: req,
      meta: { ...req.params },
    });
  }
}

async function authorize<T extends PluginContract>(
  name: string,
  route: RouteContract,
  options: ContractRouterOptions<T>,
  req: Request,
): Promise<CallerCredentials | undefined> {
  if (route.access === 'public') return undefined;
  const credentials = await options.httpAuth.credentials(req, {
    allow: ['user', 'service'],
  });
  const { [name]: permission } = options.authorization as Record<
    string,
    BasicPermission | 'in-handler'
  >;
  if (permission !== 'in-handler') {
    await requirePermission(options.permissions, permission, credentials);
  }
  return credentials;
}

/** Passes when the caller has the permission, else fails with a sentence that names it. */
export async function requirePermission(
  permissions: PermissionsService,
  permission: BasicPermission,
  credentials: BackstageCredentials,
): Promise<void> {
  const [decision] = await permissions.authorize([{ permission }], {
    credentials,
  });
  if (decision.result !== 'ALLOW') {
    throw new NotAllowedError(
      `This needs the permission "${permission.name}", which you do not have; ask your lead or an administrator of the portal`,
    );
  }
}

/** Checks the answer; what comes back sends it. */
function prepare<T extends PluginContract>(
  name: string,
  route: RouteContract,
  options: ContractRouterOptions<T>,
  answer: unknown,
): Send {
  if (answer instanceof PreparedAnswer) {
    return (req, res) => answer.send(req, res);
  }
  if (route.contentType) {
    const { contentType, status = 200 } = route;
    return async (_req, res) => {
      res.status(status).type(contentType).send(answer);
    };
  }
  if (!route.response) {
    return async (_req, res) => {
      res.status(route.status ?? 204).end();
    };
  }
  if (options.checkAnswers ?? process.env.NODE_ENV !== 'production') {
    checkAnswer(name, route, answer);
  }
  return async (_req, res) => {
    res.status(route.status ?? 200).json(answer);
  };
}

function bodyErrors(limit: string): ErrorRequestHandler {
  return (error, _req, _res, next) => {
    if (error?.type === 'entity.parse.failed') {
      next(new InputError(`The body is not valid JSON: ${error.message}`));
    } else if (error?.type === 'entity.too.large') {
      error.message = `The body is larger than ${limit}: send less at once`;
      next(error);
    } else {
      next(error);
    }
  };
}
