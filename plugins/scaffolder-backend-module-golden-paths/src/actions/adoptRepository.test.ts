import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { PROVENANCE_FILE } from '@squadron/plugin-golden-paths-common';
import { parse } from 'yaml';
import { componentOf, createPortal } from '../__testUtils__/project';
import { runAction } from '../__testUtils__/runAction';
import { adoptRepository } from './adoptRepository';

// Each step starts git some times, which takes long on a busy machine.
jest.setTimeout(60_000);

const commit = { message: 'Begin', author: { name: 'A', email: 'a@b.c' } };
const catalogInfo = `# Written by hand
kind: Component
metadata:
  name: shop
  annotations: { own: kept }
`;
const rendered = {
  'mkdocs.yml': 'site_name: shop\n',
  'README.md': 'From the golden path\n',
  [PROVENANCE_FILE]: 'template: template:default/existing-component\n',
};

describe('squadron:git:adopt', () => {
  const home = createMockDirectory();
  const own = createMockDirectory();
  const workspace = createMockDirectory();
  const input = {
    component: 'component:default/shop',
    labels: { owner: 'squad-b-1' },
    annotations: { own: 'not taken', added: 'yes' },
    message: 'Add a golden path',
  };

  function portal(entities: Entity[] = [componentOf('shop')]) {
    const all = createPortal({
      auth: mockServices.auth(),
      directory: home.resolve('git'),
      entities,
    });
    const adopt = adoptRepository(all);
    const run = (more: { isDryRun?: boolean } = {}) =>
      runAction(adopt, input, { workspacePath: workspace.path, ...more });
    const main = async (path: string) =>
      (await all.git.store.readFile('shop', 'main', path)).toString();
    return { ...all, run, main };
  }

  async function create({ git }: Pick<ReturnType<typeof portal>, 'git'>) {
    return git.store.create('shop', {
      directory: own.path,
      branches: ['main'],
      creator: 'people',
      commit,
    });
  }

  beforeEach(() => {
    home.clear();
    own.setContent({
      'catalog-info.yaml': catalogInfo,
      'README.md': 'Ours\n',
      'index.js': '1\n',
    });
    workspace.setContent(rendered);
  });

  it('adds what the repository lacks and leaves what it has', async () => {
    const { git, run, main } = portal();
    await create({ git });
    const done = await run();
    expect(done).toEqual({
      changed: true,
      commit: await git.store.commitOf('shop', 'main'),
      cloneUrl: 'http://localhost:7007/api/git/repositories/shop.git',
    });
    expect(await git.store.files('shop', 'main')).toEqual([
      PROVENANCE_FILE,
      'README.md',
      'catalog-info.yaml',
      'index.js',
      'mkdocs.yml',
    ]);
    expect(await main('README.md')).toBe('Ours\n');
    const entry = await main('catalog-info.yaml');
    expect(entry).toContain('# Written by hand');
    expect(parse(entry).metadata).toEqual({
      name: 'shop',
      labels: { owner: 'squad-b-1' },
      annotations: {
        own: 'kept',
        added: 'yes',
        'golden-paths.squadron/repository': 'shop',
      },
    });
  });

  it('does it once, and refuses another golden path', async () => {
    const { git, run } = portal();
    await create({ git });
    const { commit: first } = await run();
    expect(await run()).toMatchObject({ changed: false, commit: first });
    workspace.addContent({ [PROVENANCE_FILE]: 'template: another\n' });
    await expect(run()).rejects.toThrow('bring in its newer version instead');
    expect(await git.store.commitOf('shop', 'main')).toBe(first);
  });

  it('goes on where a portal stopped between its two branches', async () => {
    const { git, run, main } = portal();
    await create({ git });
    await git.store.write('shop', {
      directory: own.path,
      branch: 'template',
      commit,
    });
    expect(await run()).toMatchObject({ changed: true });
    expect(await main('mkdocs.yml')).toBe(rendered['mkdocs.yml']);
    expect(await git.store.files('shop', 'template')).toEqual(
      Object.keys(rendered).sort(),
    );
  });

  it('writes nothing in a dry run', async () => {
    const { git, run } = portal();
    const before = await create({ git });
    expect(await run({ isDryRun: true })).toMatchObject({ changed: false });
    expect(await git.store.commitOf('shop', 'main')).toBe(before);
    await expect(git.store.commitOf('shop', 'template')).rejects.toThrow();
  });

  it('asks for the right of every group that owns something in the repository', async () => {
    const owner = 'group:default/squad-b-2';
    const { git, run, asked } = portal([
      componentOf('shop'),
      { ...componentOf('orders', { owner, repository: 'shop' }), kind: 'API' },
    ]);
    const before = await create({ git });
    await expect(run()).rejects.toThrow(`ask somebody of ${owner}`);
    expect(asked).toEqual([
      'golden-paths.project.update group:default/squad-b-1',
      `golden-paths.project.update ${owner}`,
    ]);
    expect(await git.store.commitOf('shop', 'main')).toBe(before);
  });

  it('says where to do it when the portal does not keep the repository', async () => {
    const shop = componentOf('shop');
    shop.metadata.annotations!['backstage.io/managed-by-location'] =
      'url:https://github.com/org/shop/blob/main/catalog-info.yaml';
    await expect(portal([shop]).run()).rejects.toThrow(
      'shop is defined in url:https://github.com/org/shop/blob/main/catalog-info.yaml',
    );
  });
});
