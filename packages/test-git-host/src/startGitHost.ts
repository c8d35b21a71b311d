import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express, { type Request, type Response } from 'express';
import { Repositories } from './Repositories';
import { gitHttp } from './gitHttp';
import { githubApi } from './githubApi';
import { gitlabApi } from './gitlabApi';

/** What a host was asked. */
export interface HostRequest {
  method: string;
  /** With the query. */
  path: string;
  /** What came as JSON. */
  body?: unknown;
}

/** A GitHub or GitLab that runs in this process. */
export interface GitHostServer {
  url: string;
  /** What goes into `integrations.github` or `integrations.gitlab` of the configuration. */
  integration: {
    host: string;
    apiBaseUrl: string;
    /** Of GitLab alone. */
    baseUrl?: string;
    token: string;
  };
  /** The organization or group that it has. */
  owner: string;
  /** Somebody makes an empty repository. */
  make(name: string): Promise<void>;
  /** Where a repository lies, bare. */
  path(name: string): string;
  /** All that it was asked, in order; of git too. */
  requests: HostRequest[];
  /** Does what it is asked, unless git asks, and answers once with something else where this names it. */
  answerInstead(
    asked: { method: string; path: RegExp },
    answer: { status: number; message: string },
  ): void;
  stop(): Promise<void>;
}

const kinds = {
  github: {
    api: githubApi,
    base: '/api/v3',
    unauthorized: { message: 'Bad credentials', status: '401' },
  },
  gitlab: {
    api: gitlabApi,
    base: '/api/v4',
    unauthorized: { message: '401 Unauthorized' },
  },
};

/** Answers that replace others, each once. */
class Replacements {
  readonly #all: {
    asked: { method: string; path: RegExp };
    answer: { status: number; message: string };
  }[] = [];

  add: GitHostServer['answerInstead'] = (asked, answer) => {
    this.#all.push({ asked, answer });
  };

  /** Whether it has answered: git gets no JSON that could be replaced. */
  apply(request: Request, response: Response): boolean {
    const at = this.#all.findIndex(
      ({ asked }) =>
        asked.method === request.method && asked.path.test(request.path),
    );
    if (at < 0) return false;
    const [{ answer }] = this.#all.splice(at, 1);
    const json = response.json.bind(response);
    const { status, message } = answer;
    response.json = () => {
      response.status(status);
      return json({ message });
    };
    const isGit = request.path.includes('.git/');
    if (isGit) response.json();
    return isGit;
  }
}

/** Git sends the token as a password, clients of the API in one of the headers that the hosts document. */
function tokenOf(request: Request): string | undefined {
  const [scheme, value = ''] = (request.get('authorization') ?? '').split(' ');
  if (scheme.toLowerCase() !== 'basic') {
    return value || request.get('private-token');
  }
  return Buffer.from(value, 'base64').toString().split(/:(.*)/s)[1];
}

/**
 * Starts a server that speaks the part of the REST API of GitHub or GitLab that is documented for repositories, files
 * and requests to merge, and fetch and push of real repositories. It answers nobody without its token.
 *
 * @param options.owner - its only organization or group
 * @param options.isPerson - the owner is a person instead
 * @param options.teams - of that organization
 */
export async function startGitHost(options: {
  kind: 'github' | 'gitlab';
  owner?: string;
  isPerson?: boolean;
  teams?: readonly string[];
}): Promise<GitHostServer> {
  const { kind, owner = 'acme', isPerson = false, teams = [] } = options;
  const { api, base, unauthorized } = kinds[kind];
  const token = randomBytes(20).toString('hex');
  const directory = await mkdtemp(join(tmpdir(), 'git-host-'));
  const repositories = new Repositories(directory);
  const requests: HostRequest[] = [];
  const replacements = new Replacements();

  const app = express();
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  const url = `http://${host}`;

  app.use((request, response, next) => {
    const entry: HostRequest = { method: request.method, path: request.url };
    requests.push(entry);
    response.on('finish', () => {
      if (request.is('json')) entry.body = request.body;
    });
    if (tokenOf(request) === token) {
      if (replacements.apply(request, response)) return undefined;
      return next();
    }
    response.status(401).set('WWW-Authenticate', 'Basic realm="Git"');
    return response.json(unauthorized);
  });
  app.use(base, api({ url, owner, isPerson, teams, repositories }));
  app.use(gitHttp(directory));
  app.use((error: Error, _: Request, response: Response, next: () => void) => {
    if (response.headersSent) return next();
    return response.status(500).json({ message: error.message });
  });

  return {
    url,
    integration: {
      host,
      apiBaseUrl: `${url}${base}`,
      ...(kind === 'gitlab' && { baseUrl: url }),
      token,
    },
    owner,
    async make(name) {
      const visibility = 'private';
      await repositories.make({ owner, name, description: null, visibility });
    },
    path: name => repositories.path(owner, name),
    requests,
    answerInstead: replacements.add,
    async stop() {
      server.closeAllConnections();
      server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
