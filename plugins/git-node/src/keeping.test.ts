import { createMockDirectory } from '@backstage/backend-test-utils';
import { GitStore } from './GitStore';

// Each step starts git some times, which takes long on a busy machine.
jest.setTimeout(60_000);

const until = new Date('2026-03-01T12:30:00Z');
const later = new Date('2026-03-01T13:00:00Z');

describe('a repository that a golden path makes', () => {
  const home = createMockDirectory();
  const files = createMockDirectory({ content: { a: '1' } });
  let store: GitStore;

  const create = (end?: Date, creator = 'task-1') =>
    store.create('shop', {
      directory: files.path,
      branches: ['main'],
      creator,
      until: end,
      commit: { message: 'Create', author: { name: 'A', email: 'a@b.c' } },
    });

  beforeEach(() => {
    home.clear();
    store = new GitStore({ directory: home.resolve('git') });
  });

  it('says until when it stays, until somebody keeps it', async () => {
    await create(until);
    expect(await store.keptUntil('shop')).toEqual(until);
    await store.keep('shop');
    expect(await store.keptUntil('shop')).toBeUndefined();
    await store.keep('shop');
    expect(await store.keptUntil('shop')).toBeUndefined();
  });

  it('has the whole time again when its maker makes it again', async () => {
    await create(until);
    await create(later);
    expect(await store.keptUntil('shop')).toEqual(later);
    await expect(create(until, 'task-2')).rejects.toThrow('already');
    expect(await store.keptUntil('shop')).toEqual(later);
  });

  it('stays kept when its maker makes it again', async () => {
    await create(until);
    await store.keep('shop');
    await create(later);
    expect(await store.keptUntil('shop')).toBeUndefined();
  });

  it('goes at its end, and cannot be kept or seen any more', async () => {
    await create(until);
    const afterwards = jest.fn(async () => {
      await expect(store.keep('shop')).rejects.toThrow(
        'There is no repository shop',
      );
    });
    expect(await store.removeUnkept({ name: 'shop', until }, afterwards)).toBe(
      true,
    );
    expect(afterwards).toHaveBeenCalledTimes(1);
    expect(await store.list()).toEqual([]);
  });

  it.each([
    ['was kept', () => store.keep('shop'), undefined],
    ['was made again', () => create(later), later],
  ])('stays when it %s since its end was read', async (_, change, end) => {
    await create(until);
    await change();
    const afterwards = jest.fn();
    expect(await store.removeUnkept({ name: 'shop', until }, afterwards)).toBe(
      false,
    );
    expect(afterwards).not.toHaveBeenCalled();
    expect(await store.keptUntil('shop')).toEqual(end);
  });

  it('comes back when what goes with it cannot be taken away', async () => {
    await create(until);
    const afterwards = async () => {
      throw new Error('The catalog is down');
    };
    await expect(
      store.removeUnkept({ name: 'shop', until }, afterwards),
    ).rejects.toThrow('The catalog is down');
    expect(await store.keptUntil('shop')).toEqual(until);
  });

  it('stays when nothing was said', async () => {
    await create();
    expect(await store.keptUntil('shop')).toBeUndefined();
    expect(await store.creatorOf('shop')).toBe('task-1');
  });
});
