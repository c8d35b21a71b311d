import { existsSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { GitStore } from './GitStore';
import { GitUpdates } from './GitUpdates';
import { clearCopies, withCopy } from './copies';
import { runGit } from './runGit';

// Each step starts git some times, which takes long on a busy machine.
jest.setTimeout(60_000);

const commit = {
  message: 'Write',
  author: { name: 'B-1 Engineer', email: 'engineer-b-1@example.com' },
};

describe('a copy of a repository', () => {
  const home = createMockDirectory();
  const folder = createMockDirectory();
  const store = new GitStore({ directory: home.resolve('git') });
  const objects = async () => {
    const { out } = await runGit(['count-objects', '-v'], {
      gitDir: store.path('shop'),
    });
    return out.toString();
  };

  beforeEach(async () => {
    home.clear();
    folder.setContent({ 'a.txt': 'old\n' });
    await store.create('shop', {
      directory: folder.path,
      branches: ['main', 'template'],
      creator: 'task-1',
      commit,
    });
    folder.setContent({ 'a.txt': 'new\n' });
  });

  it('has its branches and files, and leaves not one object there', async () => {
    const before = await objects();
    const head = await store.commitOf('shop', 'main');
    const made = await withCopy(store, 'shop', async copy => {
      expect(await copy.commitOf('shop', 'main')).toBe(head);
      expect(`${await copy.readFile('shop', 'main', 'a.txt')}`).toBe('old\n');
      const updates = new GitUpdates({ store: copy });
      const update = await updates.prepare('shop', {
        directory: folder.path,
        branch: 'template',
        into: 'main',
        commit,
      });
      await updates.apply('shop', update);
      return { ...update, path: copy.path('shop') };
    });
    expect(made.changes).toMatchObject([{ path: 'a.txt', kind: 'changed' }]);
    expect(await objects()).toBe(before);
    expect(await store.commitOf('shop', 'main')).toBe(head);
    expect(existsSync(made.path)).toBe(false);
  });

  it('is gone also when the work fails', async () => {
    let path = '';
    const work = withCopy(store, 'shop', async copy => {
      path = copy.path('shop');
      expect(existsSync(path)).toBe(true);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(existsSync(path)).toBe(false);
  });

  it('goes later when whoever made it was stopped', async () => {
    await withCopy(store, 'shop', async copy => {
      const left = dirname(copy.path('shop'));
      const made = new Date('2001-01-01T12:00:00Z');
      await utimes(left, made, made);
      await clearCopies(made);
      expect(existsSync(left)).toBe(true);
      await clearCopies(new Date('2001-01-01T12:00:01Z'));
      expect(existsSync(left)).toBe(false);
    });
  });

  it('is there only of what there is', async () => {
    const work = withCopy(store, 'cart', async () => {});
    await expect(work).rejects.toThrow('There is no repository cart');
  });
});
