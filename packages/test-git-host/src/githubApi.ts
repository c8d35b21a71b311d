import express, { type Response, Router } from 'express';
import type { Merging, Repositories, Repository } from './Repositories';

export interface ApiOptions {
  /** What addresses begin with. */
  url: string;
  /** Who may have repositories there. */
  owner: string;
  /** The owner is a person, and no organization or group. */
  isPerson: boolean;
  /** Of GitHub's organization. */
  teams: readonly string[];
  repositories: Repositories;
}

function notFound(response: Response, message = 'Not Found'): void {
  response.status(404).json({ message, status: '404' });
}

function invalid(response: Response, errors: object[]): void {
  const message = 'Validation Failed';
  response.status(422).json({ message, errors, status: '422' });
}

/** What GitHub's REST API, version 2022-11-28, documents of repositories and pull requests. */
export function githubApi({
  url,
  owner,
  isPerson,
  teams,
  repositories,
}: ApiOptions): Router {
  const router = Router();
  router.use(express.json());

  const shown = ({
    id,
    name,
    description,
    visibility,
    archived,
  }: Repository) => ({
    id,
    name,
    full_name: `${owner}/${name}`,
    description,
    visibility,
    archived,
    private: visibility !== 'public',
    default_branch: 'main',
    html_url: `${url}/${owner}/${name}`,
    clone_url: `${url}/${owner}/${name}.git`,
  });
  const shownPull = (name: string, pull: Merging) => ({
    number: pull.number,
    state: 'open',
    title: pull.title,
    body: pull.text,
    html_url: `${url}/${owner}/${name}/pull/${pull.number}`,
    head: { ref: pull.from, label: `${owner}:${pull.from}` },
    base: { ref: pull.into, label: `${owner}:${pull.into}` },
  });

  router.get('/users/:owner', (request, response) => {
    if (request.params.owner !== owner) return notFound(response);
    const type = isPerson ? 'User' : 'Organization';
    return response.json({ id: 1, login: owner, type });
  });

  router.use('/orgs/:owner/teams/:slug', (request, response, next) => {
    const { slug } = request.params;
    const isThere = request.params.owner === owner && teams.includes(slug);
    return isThere ? next() : notFound(response);
  });

  router.get('/orgs/:owner/teams/:slug', (request, response) => {
    response.json({ id: 1, slug: request.params.slug });
  });

  router.put(
    '/orgs/:org/teams/:slug/repos/:owner/:name',
    (request, response) => {
      const { owner: of, name } = request.params;
      if (!repositories.find(of, name)) return notFound(response);
      return response.status(204).end();
    },
  );

  router.post('/orgs/:owner/repos', async (request, response) => {
    if (request.params.owner !== owner) return notFound(response);
    const { name, description = null, visibility, ...rest } = request.body;
    const made = await repositories.make({
      owner,
      name,
      description,
      visibility: visibility ?? (rest.private ? 'private' : 'public'),
    });
    if (made) return response.status(201).json(shown(made));
    return invalid(response, [
      {
        resource: 'Repository',
        code: 'custom',
        field: 'name',
        message: 'name already exists on this account',
      },
    ]);
  });

  router.use('/repos/:owner/:name', (request, response, next) => {
    const { name } = request.params;
    const found = repositories.find(request.params.owner, name);
    if (!found) return notFound(response);
    response.locals.repository = found;
    return next();
  });

  router.get('/repos/:owner/:name', (_, response) => {
    response.json(shown(response.locals.repository));
  });

  router.patch('/repos/:owner/:name', (request, response) => {
    const repository: Repository = response.locals.repository;
    if (repository.archived) {
      const message = 'Repository was archived so is read-only.';
      return response.status(403).json({ message, status: '403' });
    }
    repository.archived = request.body.archived ?? false;
    return response.json(shown(repository));
  });

  router.put(
    '/repos/:owner/:name/branches/:branch/protection',
    async (request, response) => {
      const { repository } = response.locals;
      const { branch } = request.params;
      if (!(await repositories.hasBranch(repository, branch))) {
        return notFound(response, 'Branch not found');
      }
      return response.json({ url: `${url}/api/v3${request.path}` });
    },
  );

  router.get(
    '/repos/:owner/:name/contents/:path(*)',
    async (request, response) => {
      const { repository } = response.locals;
      const branch = String(request.query.ref ?? 'main');
      const { path } = request.params;
      const content = await repositories.file(repository, branch, path);
      if (!content) return notFound(response);
      return response.type('application/vnd.github.raw').send(content);
    },
  );

  router.get('/repos/:owner/:name/pulls', async (request, response) => {
    const { repository } = response.locals;
    const { head, base } = request.query;
    const open = (await repositories.openMergings(repository))
      .map(each => shownPull(repository.name, each))
      .filter(pull => head === undefined || pull.head.label === head)
      .filter(pull => base === undefined || pull.base.ref === base);
    response.json(open);
  });

  router.post('/repos/:owner/:name/pulls', async (request, response) => {
    const { repository } = response.locals;
    const { head: from, base: into, title, body: text = null } = request.body;
    const refused = (detail: object) =>
      invalid(response, [{ resource: 'PullRequest', ...detail }]);
    for (const [field, branch] of Object.entries({ head: from, base: into })) {
      if (!(await repositories.hasBranch(repository, branch))) {
        return refused({ field, code: 'invalid' });
      }
    }
    if (await repositories.contains(repository, into, from)) {
      const message = `No commits between ${into} and ${from}`;
      return refused({ code: 'custom', message });
    }
    const merging = { from, into, title, text };
    const added = await repositories.addMerging(repository, merging);
    if (!added) {
      const message = `A pull request already exists for ${owner}:${from}.`;
      return refused({ code: 'custom', message });
    }
    return response.status(201).json(shownPull(repository.name, added));
  });

  router.use((_, response) => notFound(response));
  return router;
}
