import { execFileSync } from 'node:child_process';
import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { GitStore } from './GitStore';

// Each step starts git some times, which takes long on a busy machine.
jest.setTimeout(60_000);

const author = { name: 'B-1 Engineer', email: 'engineer-b-1@example.com' };
const commit = { message: 'Create the service', author };

describe('GitStore', () => {
  const home = createMockDirectory();
  const files = createMockDirectory();
  let store: GitStore;

  const create = (
    name: string,
    content: Parameters<typeof files.setContent>[0],
    creator = 'task-1',
  ) => {
    files.setContent(content);
    return store.create(name, {
      directory: files.path,
      branches: ['main', 'template'],
      creator,
      commit,
    });
  };
  const text = async (path: string, ref = 'main') =>
    (await store.readFile('shop', ref, path)).toString();
  const write = (
    branch: string,
    content: Parameters<typeof files.setContent>[0],
    parent?: string,
  ) => {
    files.setContent(content);
    return store.write('shop', {
      directory: files.path,
      branch,
      parent,
      commit: { ...commit, message: `Change ${branch}` },
    });
  };

  beforeEach(() => {
    home.clear();
    store = new GitStore({ directory: home.resolve('git') });
  });

  it('keeps an archive until somebody reads it, however late', async () => {
    await create('shop', { 'a.txt': 'a', 'b.txt': 'b' });
    const late = await store.archive('shop', 'main');
    // Git has ended when others that began later have.
    const others = [1, 2, 3].map(() => store.archive('shop', 'main'));
    const sizes = await Promise.all(
      others.map(async other => (await buffer(await other)).length),
    );
    expect(sizes).toContain((await buffer(late)).length);
  });

  it('has nothing before the first repository is made', async () => {
    expect(await store.list()).toEqual([]);
    expect(await store.has('shop')).toBe(false);
    await expect(store.commitOf('shop', 'main')).rejects.toThrow(
      'There is no repository shop',
    );
  });

  it('makes a repository that git itself clones, with everything in it', async () => {
    await create('shop', {
      'README.md': '# Shop\n',
      '.gitignore': 'dist\n',
      dist: { 'built.js': 'true\n' },
    });
    const clone = home.resolve('clone');
    execFileSync('git', ['clone', '--quiet', store.path('shop'), clone]);
    const log = execFileSync('git', ['log', '--format=%an %ae %s'], {
      cwd: clone,
    });
    expect(log.toString()).toBe(
      'B-1 Engineer engineer-b-1@example.com Create the service\n',
    );
    expect(await store.files('shop', 'main')).toEqual([
      '.gitignore',
      'README.md',
      'dist/built.js',
    ]);
    expect(await store.list()).toEqual(['shop']);
  });

  it('makes it once for one creator, and refuses it to another', async () => {
    const first = await create('shop', { a: 'first' });
    expect(await create('shop', { a: 'again' })).toBe(first);
    expect(await text('a')).toBe('first');
    await expect(create('shop', { a: 'other' }, 'task-2')).rejects.toThrow(
      'There is a repository shop already',
    );
    expect(await text('a')).toBe('first');
  });

  it('gives a name to one of two that want it at once', async () => {
    const done = await Promise.allSettled([
      store.create('shop', {
        directory: files.path,
        branches: ['main'],
        creator: 'task-1',
        commit,
      }),
      store.create('shop', {
        directory: files.path,
        branches: ['main'],
        creator: 'task-2',
        commit,
      }),
    ]);
    expect(done.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect(await store.list()).toEqual(['shop']);
  });

  it.each(['Shop', '-shop', 'shop/../x', '', 'a'.repeat(54), '.git'])(
    'takes no "%s" for a name',
    async name => {
      await expect(create(name, { a: 'b' })).rejects.toThrow(
        'is no name for a repository',
      );
    },
  );

  it.each(['--upload-pack=x', 'a..b', 'main:secret', '../main'])(
    'takes no "%s" for a branch',
    async ref => {
      await create('shop', { a: 'b' });
      await expect(store.commitOf('shop', ref)).rejects.toThrow(
        'is no name of a branch or commit',
      );
    },
  );

  it('says what is not there', async () => {
    await create('shop', { a: 'b' });
    await expect(store.commitOf('shop', 'other')).rejects.toThrow(
      'shop has no branch or commit "other"',
    );
    await expect(text('missing')).rejects.toThrow(
      'shop has no file missing at main',
    );
  });

  it('writes a branch from where its writer saw it, and only then', async () => {
    const first = await create('shop', { a: '1' });
    const second = await write('main', { a: '2' }, first);
    expect(await text('a')).toBe('2');
    expect(await write('main', { a: '2' }, second)).toBe(second);
    await expect(write('main', { a: '3' }, first)).rejects.toThrow(
      'The branch main has changed meanwhile',
    );
    await expect(write('main', { a: '3' })).rejects.toThrow(
      'The branch main has changed meanwhile',
    );
    expect(await store.commitOf('shop', 'main')).toBe(second);
  });

  describe('merge', () => {
    const lines = (...changed: string[]) =>
      ['one', 'two', 'three', 'four', 'five', ...changed, ''].join('\n');
    const merge = () =>
      store.merge('shop', { from: 'template', into: 'main', commit });

    it('keeps what people changed and brings what the template changed', async () => {
      const first = await create('shop', { text: lines(), old: 'x' });
      await write(
        'main',
        { text: lines().replace('one', 'ONE'), own: 'mine', old: 'x' },
        first,
      );
      await write('template', { text: lines('six'), added: 'new' }, first);
      expect(await merge()).toMatchObject({ conflicts: [] });
      expect(await text('text')).toBe(lines('six').replace('one', 'ONE'));
      expect(await store.files('shop', 'main')).toEqual([
        'added',
        'own',
        'text',
      ]);
    });

    it('writes nothing where both changed the same lines, and names the files', async () => {
      const first = await create('shop', { text: lines() });
      const ours = await write(
        'main',
        { text: lines().replace('one', 'ours') },
        first,
      );
      await write(
        'template',
        { text: lines().replace('one', 'theirs') },
        first,
      );
      expect(await merge()).toEqual({ conflicts: ['text'] });
      expect(await store.commitOf('shop', 'main')).toBe(ours);
    });

    it('has nothing to do when all is there', async () => {
      const first = await create('shop', { text: lines() });
      expect(await merge()).toEqual({ conflicts: [], commit: first });
    });
  });

  it('takes a repository away without losing it', async () => {
    await create('shop', { a: 'b' });
    await store.remove('shop');
    expect(await store.has('shop')).toBe(false);
    expect(await store.list()).toEqual([]);
    await create('shop', { a: 'new' }, 'task-2');
    expect(await text('a')).toBe('new');
  });

  it('takes away what was begun and stopped, and nothing else', async () => {
    await create('shop', { a: 'b' });
    home.addContent({ git: { '.new-old': { HEAD: 'x' }, '.new-late': {} } });
    const begun = new Date('2026-03-01T00:00:00Z');
    utimesSync(home.resolve('git/.new-old'), begun, begun);
    utimesSync(home.resolve('git/shop.git'), begun, begun);
    await store.clearUnfinished(new Date('2026-03-02T00:00:00Z'));
    expect(readdirSync(home.resolve('git')).sort()).toEqual([
      '.new-late',
      'shop.git',
    ]);
  });

  it('runs no hook and takes no setting of a person', async () => {
    await create('shop', { a: '1' });
    const marker = home.resolve('hooked');
    home.addContent({
      [join('git', 'shop.git', 'hooks', 'reference-transaction')]:
        `#!/bin/sh\ntouch ${marker}\n`,
    });
    execFileSync('chmod', [
      '+x',
      home.resolve('git/shop.git/hooks/reference-transaction'),
    ]);
    await write('main', { a: '2' }, await store.commitOf('shop', 'main'));
    expect(home.content()).not.toHaveProperty('hooked');
  });
});
