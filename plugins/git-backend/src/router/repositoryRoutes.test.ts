import { createMockDirectory } from '@backstage/backend-test-utils';
import { GitAddresses, GitStore } from '@squadron/plugin-git-node';
import { repositoryRoutes } from './repositoryRoutes';

// Each step starts git some times, which takes long on a busy machine.
jest.setTimeout(60_000);

type Routes = ReturnType<typeof repositoryRoutes>;
type Input<T extends keyof Routes> = Parameters<Routes[T]>[0];

const author = { name: 'Ann', email: 'ann@example.com' };

describe('the routes of repositories', () => {
  const home = createMockDirectory();
  const files = createMockDirectory({
    content: { 'README.md': '# Shop\n', docs: { 'index.md': 'Hello\n' } },
  });
  const store = new GitStore({ directory: home.resolve('git') });
  const addresses = new GitAddresses({
    appBaseUrl: 'http://localhost:3000',
    backendBaseUrl: 'http://localhost:7007',
  });
  const routes = repositoryRoutes({ store, addresses });
  const list = (query: Partial<Input<'repositories'>['query']> = {}) =>
    routes.repositories({
      query: { limit: 50, ...query },
    } as Input<'repositories'>);
  const place = (ref: string, path = '') =>
    ({ params: { name: 'shop' }, query: { ref, path } }) as Input<'tree'>;

  beforeAll(async () => {
    for (const name of ['shop', 'cart', 'shop-web']) {
      await store.create(name, {
        directory: files.path,
        branches: ['main', 'template'],
        creator: 'task',
        commit: { message: 'Create', author },
      });
    }
  });

  it('lists them by name, page by page, each with its latest commit', async () => {
    const commit = await store.commitOf('cart', 'main');
    const first = await list({ limit: 2 });
    expect(first).toMatchObject({
      isKept: true,
      items: [
        {
          name: 'cart',
          branch: 'main',
          commit,
          cloneUrl: 'http://localhost:7007/api/git/repositories/cart.git',
          latest: { id: commit, author: 'Ann', subject: 'Create' },
        },
        { name: 'shop' },
      ],
      total: 3,
      nextCursor: 'shop',
    });
    expect(await list({ limit: 2, cursor: 'shop' })).toMatchObject({
      items: [{ name: 'shop-web' }],
      total: 3,
      nextCursor: undefined,
    });
  });

  it('finds them by a part of the name', async () => {
    expect(await list({ text: 'SHOP' })).toMatchObject({
      items: [{ name: 'shop' }, { name: 'shop-web' }],
      total: 2,
    });
  });

  it('says that the portal keeps none, where it does not', async () => {
    const none = repositoryRoutes(undefined);
    expect(
      await none.repositories({
        query: { limit: 50 },
      } as Input<'repositories'>),
    ).toEqual({ isKept: false, items: [], total: 0 });
    await expect(none.tree(place('main'))).rejects.toThrow(
      '`squadron.git.directory` names their folder',
    );
  });

  it('shows folders and files of a branch or a commit', async () => {
    const commit = await store.commitOf('shop', 'template');
    expect(await routes.tree(place('template'))).toEqual({
      commit,
      entries: [
        { name: 'docs', kind: 'folder' },
        { name: 'README.md', kind: 'file', size: 7 },
      ],
    });
    expect(await routes.file(place(commit, 'docs/index.md'))).toEqual({
      commit,
      size: 6,
      content: 'text',
      text: 'Hello\n',
    });
    await expect(routes.file(place('gone', 'README.md'))).rejects.toThrow(
      'shop has no branch or commit "gone"',
    );
  });

  it('tells the branches and the latest commits', async () => {
    const params = { name: 'shop' };
    expect(
      await routes.repository({ params } as Input<'repository'>),
    ).toMatchObject({ branch: 'main', branches: ['main', 'template'] });
    const query = { ref: 'main', limit: 20 };
    expect(
      await routes.commits({ params, query } as Input<'commits'>),
    ).toMatchObject({ items: [{ author: 'Ann', subject: 'Create' }] });
  });
});
