import express, { type Response, Router } from 'express';
import type { Merging, Repositories, Repository } from './Repositories';
import type { ApiOptions } from './githubApi';

function notFound(response: Response, what: string): void {
  response.status(404).json({ message: `404 ${what} Not Found` });
}

/** A project by its number, or by its path with the groups above it. */
function projectOf(
  repositories: Repositories,
  id: string,
): Repository | undefined {
  if (/^\d+$/.test(id)) return repositories.byId(Number(id));
  const at = id.lastIndexOf('/');
  return repositories.find(id.slice(0, at), id.slice(at + 1));
}

/** What GitLab's REST API, version 4, documents of projects, files and merge requests. */
export function gitlabApi({
  url,
  owner,
  isPerson,
  repositories,
}: ApiOptions): Router {
  const router = Router();
  router.use(express.json());
  const groupId = 7;
  const isProtected = new Set<string>();

  const shown = ({
    id,
    name,
    description,
    visibility,
    archived,
  }: Repository) => ({
    id,
    name,
    path: name,
    path_with_namespace: `${owner}/${name}`,
    description,
    visibility,
    archived,
    default_branch: 'main',
    web_url: `${url}/${owner}/${name}`,
    http_url_to_repo: `${url}/${owner}/${name}.git`,
  });
  const shownRequest = (name: string, merging: Merging) => ({
    iid: merging.number,
    state: 'opened',
    title: merging.title,
    description: merging.text,
    source_branch: merging.from,
    target_branch: merging.into,
    web_url: `${url}/${owner}/${name}/-/merge_requests/${merging.number}`,
  });

  router.get('/user', (_, response) => {
    response.json({ id: 1, username: 'portal' });
  });

  router.get('/namespaces/:id', (request, response) => {
    if (request.params.id !== owner) return notFound(response, 'Namespace');
    const kind = isPerson ? 'user' : 'group';
    return response.json({ id: groupId, kind, full_path: owner });
  });

  router.get('/groups/:id/projects', (request, response) => {
    if (request.params.id !== owner) return notFound(response, 'Group');
    const search = String(request.query.search ?? '');
    const found = repositories
      .list(owner)
      .filter(({ name }) => name.includes(search));
    return response.json(found.map(shown));
  });

  router.post('/projects', async (request, response) => {
    const { path: name, namespace_id, description = null } = request.body;
    if (Number(namespace_id) !== groupId) {
      const message = { namespace: ['is not valid'] };
      return response.status(400).json({ message });
    }
    const { visibility = 'private' } = request.body;
    const made = { owner, name, description, visibility };
    const project = await repositories.make(made);
    if (project) return response.status(201).json(shown(project));
    const taken = ['has already been taken'];
    return response.status(400).json({ message: { name: taken, path: taken } });
  });

  router.use('/projects/:id', (request, response, next) => {
    const found = projectOf(repositories, request.params.id);
    if (!found) return notFound(response, 'Project');
    response.locals.project = found;
    return next();
  });

  router.get('/projects/:id', (_, response) => {
    response.json(shown(response.locals.project));
  });

  router.post('/projects/:id/archive', (_, response) => {
    const { project } = response.locals;
    project.archived = true;
    response.status(201).json(shown(project));
  });

  router.get(
    '/projects/:id/repository/files/:path/raw',
    async (request, response) => {
      const content = await repositories.file(
        response.locals.project,
        String(request.query.ref ?? 'main'),
        request.params.path,
      );
      if (!content) return notFound(response, 'File');
      return response.type('text/plain').send(content);
    },
  );

  router.get('/projects/:id/protected_branches/:name', (request, response) => {
    const { name } = request.params;
    if (!isProtected.has(`${response.locals.project.id}/${name}`)) {
      return notFound(response, 'Protected Branch');
    }
    return response.json({ id: 1, name });
  });

  router.post('/projects/:id/protected_branches', (request, response) => {
    const { name } = request.body;
    const key = `${response.locals.project.id}/${name}`;
    if (isProtected.has(key)) {
      const message = `Protected branch '${name}' already exists`;
      return response.status(409).json({ message });
    }
    isProtected.add(key);
    return response.status(201).json({ id: 1, name });
  });

  router.get('/projects/:id/merge_requests', async (request, response) => {
    const { project } = response.locals;
    const { source_branch, target_branch } = request.query;
    const open = (await repositories.openMergings(project))
      .map(each => shownRequest(project.name, each))
      .filter(each => !source_branch || each.source_branch === source_branch)
      .filter(each => !target_branch || each.target_branch === target_branch);
    response.json(open);
  });

  router.post('/projects/:id/merge_requests', async (request, response) => {
    const { project } = response.locals;
    const { source_branch: from, target_branch: into } = request.body;
    const { title, description: text = null } = request.body;
    for (const branch of [from, into]) {
      if (!(await repositories.hasBranch(project, branch))) {
        const message = [`Branch "${branch}" does not exist`];
        return response.status(422).json({ message });
      }
    }
    const merging = { from, into, title, text };
    const added = await repositories.addMerging(project, merging);
    if (!added) {
      const message = [
        'Another open merge request already exists for this source branch',
      ];
      return response.status(409).json({ message });
    }
    return response.status(201).json(shownRequest(project.name, added));
  });

  router.use((_, response) => {
    response.status(404).json({ error: '404 Not Found' });
  });
  return router;
}
