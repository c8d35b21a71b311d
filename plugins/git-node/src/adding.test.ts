import { execFileSync } from 'node:child_process';
import { chmod, symlink } from 'node:fs/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { GitStore } from './GitStore';
import { addMissingFiles, pathsMissing } from './adding';

// Each step starts git some times, which takes long on a busy machine.
jest.setTimeout(60_000);

const commit = { message: 'Change', author: { name: 'A', email: 'a@b.c' } };

describe('pathsMissing', () => {
  const path = fc
    .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 })
    .map(parts => parts.join('/'));
  const isInside = (one: string, other: string) => one.startsWith(`${other}/`);
  const paths = fc
    .uniqueArray(path, { maxLength: 6 })
    .filter(all => !all.some(one => all.some(each => isInside(one, each))));

  it('takes what is nowhere there, and nothing that stands in the way of a file', () => {
    fc.assert(
      fc.property(paths, paths, (theirs, ours) => {
        const missing = pathsMissing(theirs, ours);
        for (const each of theirs) {
          const isThere = ours.some(
            own => own === each || isInside(own, each) || isInside(each, own),
          );
          expect([each, missing.includes(each)]).toEqual([each, !isThere]);
        }
      }),
    );
  });
});

describe('addMissingFiles', () => {
  const home = createMockDirectory();
  const files = createMockDirectory();
  let store: GitStore;

  const write = async (
    branch: string,
    content: Parameters<typeof files.setContent>[0],
    parent?: string,
  ) => {
    files.setContent(content);
    return store.write('shop', {
      directory: files.path,
      branch,
      parent,
      commit,
    });
  };
  const text = async (path: string) =>
    (await store.readFile('shop', 'main', path)).toString();

  beforeEach(() => {
    home.clear();
    files.clear();
    store = new GitStore({ directory: home.resolve('git') });
  });

  const create = () =>
    store.create('shop', {
      directory: files.path,
      branches: ['main'],
      creator: 'person',
      commit,
    });
  const add = (main: string, edits: Record<string, string> = {}) =>
    addMissingFiles(store, 'shop', {
      from: 'template',
      into: { branch: 'main', commit: main },
      edits,
      commit,
    });

  it('leaves every file as it is, with its mode, its line ends and its links', async () => {
    files.setContent({
      'README.md': 'ours\r\n',
      run: '#!/bin/sh\n',
      docs: 'a file where others have a folder',
      '.gitattributes': '* text=auto\n',
    });
    await chmod(files.resolve('run'), 0o755);
    await symlink('README.md', files.resolve('link'));
    const before = await create();
    await write('template', {
      'README.md': 'theirs',
      docs: { a: '1' },
      b: '2',
    });
    await add(before);
    const changes = execFileSync('git', [
      `--git-dir=${store.path('shop')}`,
      'diff',
      '--name-status',
      before,
      'main',
    ]);
    expect(changes.toString()).toBe('A\tb\n');
  });

  it('lets git merge what the other branch changes later, and keeps what is ours', async () => {
    files.setContent({ 'README.md': 'ours', own: 'mine' });
    const before = await create();
    const first = await write('template', {
      'README.md': 'theirs',
      added: '1',
      gone: 'x',
    });
    await add(before);
    expect(await store.files('shop', 'main')).toEqual([
      'README.md',
      'added',
      'gone',
      'own',
    ]);
    await write('template', { 'README.md': 'theirs', added: '2' }, first);
    expect(
      await store.merge('shop', { from: 'template', into: 'main', commit }),
    ).toMatchObject({ conflicts: [] });
    expect(await store.files('shop', 'main')).toEqual([
      'README.md',
      'added',
      'own',
    ]);
    expect(await text('added')).toBe('2');
    expect(await text('README.md')).toBe('ours');
  });

  it('changes the texts that it is given, and refuses when the branch has moved', async () => {
    files.setContent({ 'catalog-info.yaml': 'kind: Component\n' });
    const before = await create();
    await write('template', { b: '2' });
    await add(before, { 'catalog-info.yaml': 'kind: Other — ü\n' });
    expect(await text('catalog-info.yaml')).toBe('kind: Other — ü\n');
    await expect(add(before)).rejects.toThrow(
      'The branch main has changed meanwhile',
    );
  });
});
