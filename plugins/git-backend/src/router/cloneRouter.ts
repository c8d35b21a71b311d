import { createGunzip } from 'node:zlib';
import type { AuditorService } from '@backstage/backend-plugin-api';
import { AuthenticationError, assertError } from '@backstage/errors';
import { type GitService, startGit } from '@squadron/plugin-git-node';
import type { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { CloneCredentials } from '../services/CloneCredentials';

const service = 'git-upload-pack';
const protocolPattern = /^version=[012]$/;
/** What a clone or fetch asks for is a list of commits; this is tens of thousands. */
const mostRequestBytes = 4 * 1024 * 1024;

export interface CloneOptions {
  git: Pick<GitService, 'store' | 'addresses'>;
  credentials: Pick<CloneCredentials, 'open'>;
  auditor: AuditorService;
}

/**
 * What `git clone` and `git fetch` ask for. Only `git upload-pack` is ever started, so that nobody can
 * push, whatever they send.
 */
export function cloneRouter(options: CloneOptions): Router {
  const router = PromiseRouter();
  // git asks for what lies below: this is a person who opens the address in a browser.
  router.get('/repositories/:name.git', (req, res) =>
    res.redirect(
      options.git.addresses.repository(encodeURIComponent(req.params.name)),
    ),
  );
  router.get('/repositories/:name.git/info/refs', async (req, res) => {
    const path = await open(req, res, options);
    if (!path) return;
    if (req.query.service !== service) {
      res
        .status(403)
        .type('text')
        .send(
          'The portal’s repositories are read-only, and cloned by git 1.6.6 or newer\n',
        );
      return;
    }
    res.type(`application/x-${service}-advertisement`);
    res.write(`${pack(`# service=${service}\n`)}0000`);
    run(req, res, path, ['--advertise-refs']);
  });
  router.post(`/repositories/:name.git/${service}`, async (req, res) => {
    const path = await open(req, res, options);
    if (!path) return;
    res.type(`application/x-${service}-result`);
    run(req, res, path, []);
  });
  return router;
}

/** A line as git frames it: its length with the four digits that say it. */
function pack(line: string): string {
  return (line.length + 4).toString(16).padStart(4, '0') + line;
}

/** Where the repository lies, for those who may read it; others have their answer. */
async function open(
  req: Request,
  res: Response,
  { git: { store }, credentials, auditor }: CloneOptions,
): Promise<string | undefined> {
  const { name } = req.params;
  const event = await auditor.createEvent({
    eventId: 'clone',
    severityLevel: 'low',
    request: req,
    meta: { name },
  });
  try {
    const person = await credentials.open(passwordOf(req));
    const path = (await store.has(name)) ? store.path(name) : undefined;
    if (!path) {
      res.status(404).type('text').send(`There is no repository ${name}\n`);
    }
    await event.success({ meta: { person, found: path !== undefined } });
    res.setHeader('Cache-Control', 'no-cache');
    return path;
  } catch (error) {
    assertError(error);
    await event.fail({ error });
    if (!(error instanceof AuthenticationError)) throw error;
    res
      .status(401)
      .setHeader('WWW-Authenticate', 'Basic realm="Squadron", charset="UTF-8"')
      .type('text')
      .send(`${error.message}\n`);
    return undefined;
  }
}

/** Any user name: the token says who it is. */
function passwordOf({ headers }: Request): string | undefined {
  const [, encoded] = /^Basic +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  if (!encoded) return undefined;
  const [, ...password] = Buffer.from(encoded, 'base64').toString().split(':');
  return password.join(':');
}

function run(
  req: Request,
  res: Response,
  gitDir: string,
  args: readonly string[],
): void {
  const protocol = req.get('Git-Protocol') ?? '';
  const child = startGit(
    ['upload-pack', '--stateless-rpc', '--timeout=60', ...args, gitDir],
    {
      gitDir,
      env: protocolPattern.test(protocol) ? { GIT_PROTOCOL: protocol } : {},
    },
  );
  const refuse = (status: number, message: string) => {
    child.stdout.unpipe(res);
    child.kill();
    // What comes is read and dropped, so that the caller hears the answer.
    req.unpipe();
    req.resume();
    if (res.headersSent) res.destroy();
    else {
      res.set('Connection', 'close').status(status).type('text');
      res.send(`${message}\n`);
    }
  };
  child.on('error', () =>
    refuse(503, 'The portal has no git: install it where the portal runs'),
  );
  // What is still written to a git that has ended.
  child.stdin.on('error', () => {});
  child.stderr.resume();
  child.stdout.pipe(res);
  res.on('close', () => child.kill());
  if (req.method === 'GET') {
    child.stdin.end();
    return;
  }
  const body =
    req.get('Content-Encoding') === 'gzip' ? req.pipe(createGunzip()) : req;
  let bytes = 0;
  body.on('error', () => refuse(400, 'This is no request of git'));
  body.on('data', (part: Buffer) => {
    bytes += part.length;
    if (bytes > mostRequestBytes) {
      body.unpipe(child.stdin);
      refuse(413, 'The request is larger than a clone or fetch ever needs');
    }
  });
  body.pipe(child.stdin);
}
