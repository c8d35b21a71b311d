import { symlink } from 'node:fs/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { GitStore } from './GitStore';
import { diffTrees } from './diff';

// Each step starts git some times, which takes long on a busy machine.
jest.setTimeout(60_000);

describe('diffTrees', () => {
  const home = createMockDirectory();
  const folder = createMockDirectory();
  const store = new GitStore({ directory: home.resolve('git') });
  const commit = { message: 'Change', author: { name: 'A', email: 'a@b.c' } };

  async function write(
    files: Parameters<typeof folder.setContent>[0],
    links: Record<string, string> = {},
  ) {
    folder.setContent(files);
    for (const [path, target] of Object.entries(links)) {
      await symlink(target, folder.resolve(path));
    }
  }

  async function differences(
    before: Parameters<typeof write>,
    after: Parameters<typeof write>,
  ) {
    home.clear();
    await write(...before);
    const parent = await store.create('shop', {
      directory: folder.path,
      branches: ['main'],
      creator: 'task-1',
      commit,
    });
    await write(...after);
    const next = await store.write('shop', {
      directory: folder.path,
      branch: 'main',
      parent,
      commit,
    });
    return diffTrees(store.path('shop'), parent, next);
  }

  it('gives every file its own part, whatever its name and content are', async () => {
    const found = await differences(
      [{ 'a b.txt': 'one\n', 'ü.txt': 'one', 'z.bin': Buffer.from([0, 1]) }],
      [
        {
          'a b.txt': 'one\n\n\ndiff --git a/x b/x\rdiff --git a/y b/y\n',
          'ü.txt': 'two',
          'z.bin': Buffer.from([0, 2]),
        },
      ],
    );
    expect(found.map(({ path, kind }) => [path, kind])).toEqual([
      ['a b.txt', 'changed'],
      ['z.bin', 'changed'],
      ['ü.txt', 'changed'],
    ]);
    const [text, binary, last] = found.map(({ diff }) => diff);
    expect(text).toMatch(
      / one\n\+\n\+\n\+diff --git a\/x b\/x\rdiff --git a\/y b\/y\n$/,
    );
    expect(binary).toContain('Binary files');
    expect(last).toMatch(/\+two\n\\ No newline at end of file\n$/);
  });

  it('tells as one change that a file becomes a link', async () => {
    const found = await differences(
      [{ a: 'one\n', b: 'two\n' }],
      [{ b: 'three\n' }, { a: 'b' }],
    );
    expect(found.map(({ path, kind }) => [path, kind])).toEqual([
      ['a', 'changed'],
      ['b', 'changed'],
    ]);
    expect(found[0].diff).toMatch(/^-one\n[^]*^\+b$/m);
    expect(found[1].diff).toMatch(/^\+three\n$/m);
  });

  it('has nothing to say of two that are the same', async () => {
    expect(await differences([{ a: 'one\n' }], [{ a: 'one\n' }])).toEqual([]);
  });
});
