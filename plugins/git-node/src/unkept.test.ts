import childProcess, { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { GitStore } from './GitStore';

// Each step starts git some times, which takes long on a busy machine.
jest.setTimeout(60_000);

const until = new Date('2026-03-01T12:30:00Z');
const later = new Date('2026-03-01T13:00:00Z');

describe('what goes unless it is kept', () => {
  const home = createMockDirectory();
  const files = createMockDirectory({ content: { a: '1' } });
  let store: GitStore;

  const create = (name: string, end?: Date, creator = 'task-1') =>
    store.create(name, {
      directory: files.path,
      branches: ['main'],
      creator,
      until: end,
      commit: { message: 'Create', author: { name: 'A', email: 'a@b.c' } },
    });
  const shop = { name: 'shop', until };
  /** As a portal leaves it that is stopped before it drops the note. */
  const keepWithoutNote = () =>
    execFileSync('git', ['config', '--unset', 'squadron.until'], {
      cwd: store.path('shop'),
    });

  beforeEach(() => {
    home.clear();
    store = new GitStore({ directory: home.resolve('git') });
  });

  it('is told without asking any repository', async () => {
    expect(await store.unkept()).toEqual([]);
    await create('shop', until);
    await create('cart');
    await create('shop-api', later);
    const started = jest.spyOn(childProcess, 'spawn');
    expect(await store.unkept()).toEqual([
      shop,
      { name: 'shop-api', until: later },
    ]);
    expect(started).not.toHaveBeenCalled();
    started.mockRestore();
    expect(await store.list()).toEqual(['cart', 'shop', 'shop-api']);
  });

  it('makes no folder before the first repository is made', async () => {
    await store.unkept();
    expect(home.content()).toEqual({});
  });

  it('is not told any more once it is kept or taken away', async () => {
    await create('shop', until);
    await create('cart', until);
    await store.keep('shop');
    await store.remove('cart');
    expect(await store.unkept()).toEqual([]);
  });

  it('is found once where repositories are older than the notes', async () => {
    await create('shop', until);
    await create('cart');
    await create('broken', until);
    home.addContent({ 'git/broken.git/config': '[' });
    rmSync(home.resolve('git/.unkept'), { recursive: true });
    // Whoever comes first looks, of two at once.
    expect(await Promise.all([store.unkept(), store.unkept()])).toEqual([
      [shop],
      [shop],
    ]);
    rmSync(home.resolve('git/.unkept'), { recursive: true });
    await create('shop-api', later);
    expect(await store.unkept()).toEqual([
      shop,
      { name: 'shop-api', until: later },
    ]);
  });

  it.each([
    ['was kept', keepWithoutNote],
    ['was made again', () => create('shop', later)],
  ])('is forgotten when the repository %s', async (_, change) => {
    await create('shop', until);
    expect(await store.isUnkept(shop)).toBe(true);
    await change();
    expect(await store.isUnkept(shop)).toBe(false);
    expect(await store.unkept()).not.toContainEqual(shop);
    expect(await store.has('shop')).toBe(true);
  });

  it('is never another’s repository that has the name', async () => {
    await create('shop', undefined, 'task-2');
    await expect(create('shop', until)).rejects.toThrow('already');
    expect(await store.isUnkept(shop)).toBe(false);
    expect(await store.unkept()).toEqual([]);
  });

  it('is taken away to the end where somebody was stopped in between', async () => {
    await create('shop', until);
    rmSync(store.path('shop'), { recursive: true });
    expect(await store.isUnkept(shop)).toBe(true);
    const afterwards = jest.fn(async () => {});
    expect(await store.removeUnkept(shop, afterwards)).toBe(true);
    expect(afterwards).toHaveBeenCalledTimes(1);
    expect(await store.unkept()).toEqual([]);
  });

  it('is tried again when what goes with it cannot be taken away', async () => {
    await create('shop', until);
    const afterwards = async () => {
      throw new Error('The catalog is down');
    };
    await expect(store.removeUnkept(shop, afterwards)).rejects.toThrow('down');
    expect(await store.unkept()).toEqual([shop]);
    expect(await store.isUnkept(shop)).toBe(true);
  });
});
