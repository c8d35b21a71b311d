import { readFile } from 'node:fs/promises';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { GitAddresses, GitStore } from '@squadron/plugin-git-node';
import { parse } from 'yaml';
import { runAction } from '../__testUtils__/runAction';
import { PROVENANCE_FILE } from '../domain/provenance';
import { ensureInCatalog } from './ensureInCatalog';
import { publishToPortal } from './publishToPortal';
import { writeProvenance } from './writeProvenance';

// Each step starts git some times, which takes long on a busy machine.
jest.setTimeout(60_000);

const home = createMockDirectory();
const workspace = createMockDirectory();
const git = {
  store: new GitStore({ directory: home.resolve('git') }),
  addresses: new GitAddresses({
    appBaseUrl: 'http://localhost:3000',
    backendBaseUrl: 'http://localhost:7007',
  }),
};
const run: typeof runAction = (action, input, more) =>
  runAction(action, input, { workspacePath: workspace.path, ...more });

beforeEach(() => {
  home.clear();
  workspace.setContent({ 'catalog-info.yaml': 'kind: Component\n' });
});

describe('squadron:git:publish', () => {
  const publish = publishToPortal({ git });
  const input = { name: 'shop', message: 'Create' };

  it('publishes the workspace, and answers the same when the task runs again', async () => {
    const first = await run(publish, input);
    expect(first).toEqual({
      created: true,
      commit: await git.store.commitOf('shop', 'main'),
      cloneUrl: 'http://localhost:7007/api/git/repositories/shop.git',
      repositoryUrl: 'http://localhost:3000/git/shop/tree/main/',
      catalogInfoUrl:
        'http://localhost:3000/git/shop/blob/main/catalog-info.yaml',
    });
    expect(await run(publish, input)).toEqual(first);
    expect(await git.store.commitOf('shop', 'template')).toBe(first.commit);
  });

  it('never touches what another task has made', async () => {
    const { commit } = await run(publish, input);
    workspace.setContent({ other: 'content' });
    await expect(run(publish, input, { task: 'task-2' })).rejects.toThrow(
      'There is a repository shop already',
    );
    await expect(run(publish, input, { isDryRun: true })).rejects.toThrow(
      'There is a repository shop already',
    );
    expect(await git.store.commitOf('shop', 'main')).toBe(commit);
  });

  it('writes nothing in a dry run', async () => {
    expect(await run(publish, input, { isDryRun: true })).toMatchObject({
      created: false,
    });
    expect(await git.store.list()).toEqual([]);
  });

  it('says what to do where the portal keeps no repositories', async () => {
    await expect(
      run(publishToPortal({ git: undefined }), input),
    ).rejects.toThrow('publish to GitHub or GitLab');
  });
});

describe('squadron:provenance:write', () => {
  it('says which template made it, of which version and with which values', async () => {
    const values = { name: 'shop', port: 8080, tags: ['a'] };
    const templateInfo = {
      entityRef: 'template:default/node-service',
      entity: {
        metadata: {
          name: 'node-service',
          annotations: { 'golden-paths.squadron/version': '1.2.0' },
        },
      },
    };
    const written = await run(writeProvenance(), { values }, { templateInfo });
    const found = {
      template: 'template:default/node-service',
      version: '1.2.0',
    };
    expect(written).toEqual(found);
    const text = await readFile(workspace.resolve(PROVENANCE_FILE), 'utf8');
    expect(parse(text)).toEqual({ ...found, values });
  });
});

describe('squadron:catalog:ensure', () => {
  const own = mockCredentials.service();
  const auth = mockServices.auth.mock({
    getOwnServiceCredentials: async () => own,
  });
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'shop' },
  };

  function catalogOf(seenAfter = 0) {
    const targets: string[] = [];
    const callers: unknown[] = [];
    let looks = 0;
    const catalog: Pick<CatalogService, 'addLocation' | 'getEntityByRef'> = {
      async addLocation({ target }, { credentials }) {
        callers.push(credentials);
        if (targets.includes(target)) throw new ConflictError('There is one');
        targets.push(target);
        return {
          location: {
            id: '1',
            type: 'url',
            target,
            entityRef: 'location:default/1',
          },
          entities: [],
        };
      },
      async getEntityByRef() {
        looks += 1;
        return looks > seenAfter ? entity : undefined;
      },
    };
    return { catalog, targets, callers };
  }
  const input = (target: string) => ({
    catalogInfoUrl: target,
    entityRef: 'component:default/shop',
  });

  it('registers what the task has published, for anybody and once', async () => {
    const published = await run(publishToPortal({ git }), { name: 'shop' });
    const target = String(published.catalogInfoUrl);
    const { catalog, targets, callers } = catalogOf(2);
    const ensure = ensureInCatalog({ auth, catalog, git });
    expect(await run(ensure, input(target))).toEqual({
      created: true,
      entityRef: 'component:default/shop',
    });
    expect(await run(ensure, input(target))).toMatchObject({ created: false });
    expect(targets).toEqual([target]);
    expect(callers).toEqual([own, own]);
  });

  it('registers other files only with the rights of who asks', async () => {
    const { catalog, callers } = catalogOf();
    const ensure = ensureInCatalog({ auth, catalog, git });
    await run(ensure, input('https://github.com/org/x/blob/main/a.yaml'));
    const { catalogInfoUrl } = await run(
      publishToPortal({ git }),
      { name: 'shop' },
      { task: 'another' },
    );
    await run(ensure, input(String(catalogInfoUrl)));
    expect(callers).toHaveLength(2);
    expect(callers).not.toContain(own);
  });

  it('registers nothing in a dry run', async () => {
    const { catalog, targets } = catalogOf();
    const ensure = ensureInCatalog({ auth, catalog, git });
    await run(ensure, input('https://x/y'), { isDryRun: true });
    expect(targets).toEqual([]);
  });
});
