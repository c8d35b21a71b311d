import childProcess from 'node:child_process';
import { rmSync } from 'node:fs';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { GitAddresses, GitStore } from '@squadron/plugin-git-node';
import { Sweeper, type SweeperOptions } from './Sweeper';

// Each step starts git some times, which takes long on a busy machine.
jest.setTimeout(60_000);

const until = new Date('2026-03-01T12:30:00Z');
const later = new Date('2026-03-01T13:00:00Z');

describe('the sweeper of repositories', () => {
  const home = createMockDirectory();
  const files = createMockDirectory({ content: { a: '1' } });
  const addresses = new GitAddresses({
    appBaseUrl: 'http://localhost:3000',
    backendBaseUrl: 'http://localhost:7007',
  });
  const auditor = mockServices.auditor.mock();
  let store: GitStore;
  let registered: { id: string; type: string; target: string }[];
  let isCatalogDown: boolean;
  let beforeClaim: () => Promise<unknown>;
  let afterClaim: () => Promise<unknown>;

  const create = (name: string, end?: Date) =>
    store.create(name, {
      directory: files.path,
      branches: ['main'],
      creator: `task:${name}`,
      until: end,
      commit: { message: 'Create', author: { name: 'A', email: 'a@b.c' } },
    });
  const register = (name: string) => {
    const target = addresses.of({
      name,
      ref: 'main',
      path: 'catalog-info.yaml',
    });
    registered.push({ id: name, type: 'url', target });
  };
  const catalog: SweeperOptions['catalog'] = {
    async queryLocations(request) {
      await beforeClaim();
      const { query } = request as {
        query: { target: { $hasPrefix: string } };
      };
      const items = registered
        .filter(({ target }) => target.startsWith(query.target.$hasPrefix))
        .map(each => ({ ...each, entityRef: `location:default/${each.id}` }));
      return { items, totalItems: items.length, pageInfo: {} };
    },
    async removeLocationById(id) {
      if (isCatalogDown) throw new Error('The catalog is down');
      await afterClaim();
      registered = registered.filter(each => each.id !== id);
    },
  };
  const sweep = (now: Date) =>
    new Sweeper({
      auditor,
      auth: mockServices.auth(),
      catalog,
      git: { store, addresses },
      logger: mockServices.logger.mock(),
      now: () => now,
    }).run();

  beforeEach(() => {
    home.clear();
    store = new GitStore({ directory: home.resolve('git') });
    registered = [];
    isCatalogDown = false;
    beforeClaim = async () => {};
    afterClaim = async () => {};
    auditor.createEvent.mockReset();
    auditor.createEvent.mockResolvedValue({
      success: async () => {},
      fail: async () => {},
    });
  });

  it('takes away what no golden path has brought to its end, and what the catalog reads from it', async () => {
    await create('shop', until);
    await create('shop-api', until);
    await store.keep('shop-api');
    ['shop', 'shop-api'].forEach(register);
    await sweep(new Date(until.getTime() - 1));
    expect(await store.list()).toEqual(['shop', 'shop-api']);
    await sweep(until);
    expect(await store.list()).toEqual(['shop-api']);
    expect(registered.map(({ id }) => id)).toEqual(['shop-api']);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'expire-repository',
        meta: expect.objectContaining({
          repository: 'shop',
          creator: 'task:shop',
        }),
      }),
    );
  });

  it('tries again when the catalog could not be told, and holds up no other', async () => {
    await create('shop', until);
    register('shop');
    isCatalogDown = true;
    await sweep(until);
    expect(await store.list()).toEqual(['shop']);
    isCatalogDown = false;
    await sweep(until);
    expect(await store.list()).toEqual([]);
    expect(registered).toEqual([]);
  });

  it.each([
    ['kept', () => store.keep('shop'), undefined],
    ['made again', () => create('shop', later), later],
  ])('lets stay what is %s at the last moment', async (_, change, end) => {
    await create('shop', until);
    register('shop');
    beforeClaim = change;
    await sweep(until);
    expect(await store.keptUntil('shop')).toEqual(end);
    expect(registered).toHaveLength(1);
  });

  it('lets nobody keep what it takes away, and leaves alone what is made in its place', async () => {
    await create('shop', until);
    register('shop');
    afterClaim = async () => {
      await expect(store.keep('shop')).rejects.toThrow(
        'There is no repository shop',
      );
      await create('shop', later);
    };
    await sweep(until);
    expect(await store.keptUntil('shop')).toEqual(later);
    expect(registered).toEqual([]);
  });

  it('goes on where it was stopped before the catalog was told', async () => {
    await create('shop', until);
    register('shop');
    rmSync(store.path('shop'), { recursive: true });
    await sweep(until);
    expect(registered).toEqual([]);
    await sweep(until);
    expect(auditor.createEvent).toHaveBeenCalledTimes(1);
  });

  it('takes away what somebody began to make the day before, and was stopped', async () => {
    home.addContent({ git: { '.new-1': { HEAD: 'x' } } });
    await sweep(new Date());
    expect(home.content()).toHaveProperty(['git', '.new-1']);
    await sweep(new Date(Date.now() + 25 * 60 * 60_000));
    expect(home.content()).not.toHaveProperty(['git', '.new-1']);
  });

  it('starts git for nothing that stays', async () => {
    await create('shop');
    await create('cart', later);
    const started = jest.spyOn(childProcess, 'spawn');
    await sweep(until);
    expect(started).not.toHaveBeenCalled();
    started.mockRestore();
  });

  it('never touches what is kept', async () => {
    await create('shop');
    await sweep(new Date('2100-01-01T00:00:00Z'));
    expect(await store.list()).toEqual(['shop']);
    expect(auditor.createEvent).not.toHaveBeenCalled();
  });
});
