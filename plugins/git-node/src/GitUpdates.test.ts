import { createMockDirectory } from '@backstage/backend-test-utils';
import { GitStore } from './GitStore';
import { GitUpdates } from './GitUpdates';
import { runGit } from './runGit';

// Each step starts git some times, which takes long on a busy machine.
jest.setTimeout(60_000);

const commit = {
  message: 'Update',
  author: { name: 'B-1 Engineer', email: 'engineer-b-1@example.com' },
};
const lines = (...all: (string | number)[]) => `${all.join('\n')}\n`;
const numbers = (first: string | number, last: string | number) =>
  lines(first, 2, 3, 4, 5, 6, 7, 8, last);

describe('GitUpdates', () => {
  const home = createMockDirectory();
  const folder = createMockDirectory();
  const store = new GitStore({ directory: home.resolve('git') });
  const updates = new GitUpdates({ store });
  const places = { branch: 'template', into: 'main' };
  const generated = { 'a.txt': numbers(1, 9), 'old.txt': 'old\n' };

  const heads = () =>
    Promise.all(['main', 'template'].map(ref => store.commitOf('shop', ref)));
  const textOf = async (path: string, ref = 'main') =>
    String(await store.readFile('shop', ref, path));

  function prepare(files: Parameters<typeof folder.setContent>[0]) {
    folder.setContent(files);
    return updates.prepare('shop', {
      directory: folder.path,
      ...places,
      commit,
    });
  }

  async function writeMain(files: Parameters<typeof folder.setContent>[0]) {
    folder.setContent(files);
    return store.write('shop', {
      directory: folder.path,
      branch: 'main',
      parent: await store.commitOf('shop', 'main'),
      commit,
    });
  }

  beforeEach(async () => {
    home.clear();
    folder.setContent(generated);
    await store.create('shop', {
      directory: folder.path,
      branches: ['main', 'template'],
      creator: 'task-1',
      commit,
    });
  });

  const edited = {
    ...generated,
    'a.txt': numbers(1, 'nine'),
    'own.txt': 'mine\n',
  };
  const newer = { 'a.txt': numbers('one', 9), 'new.txt': 'new\n' };

  it('says what to do where the branches have nothing in common', async () => {
    const gitDir = store.path('shop');
    await runGit(['update-ref', '-d', 'refs/heads/template'], { gitDir });
    const options = { directory: folder.path, branch: 'template', commit };
    folder.setContent({ 'a.txt': 'alone\n' });
    await store.write('shop', options);
    await expect(prepare(newer)).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('make it anew at the first commit'),
    });
  });

  it('says what would change, file by file, and moves nothing', async () => {
    await writeMain(edited);
    const before = await heads();
    const { changes, conflicts, isMerged } = await prepare(newer);
    expect(await heads()).toEqual(before);
    expect({ conflicts, isMerged }).toEqual({ conflicts: [], isMerged: false });
    expect(changes.map(({ path, kind }) => [path, kind])).toEqual([
      ['a.txt', 'changed'],
      ['new.txt', 'added'],
      ['old.txt', 'removed'],
    ]);
    expect(changes[0].diff).toMatch(
      /^diff --git a\/a.txt b\/a.txt\n[^]*\n-1\n\+one\n 2\n[^]* 4\n$/,
    );
    expect(changes[1].diff).toMatch(/\+new\n$/);
  });

  it('keeps what people have written, and takes over what is new', async () => {
    await writeMain(edited);
    const merged = await updates.apply('shop', await prepare(newer));
    expect(await store.commitOf('shop', 'main')).toBe(merged);
    expect(await textOf('a.txt')).toBe(numbers('one', 'nine'));
    expect(await store.files('shop', 'main')).toEqual([
      'a.txt',
      'new.txt',
      'own.txt',
    ]);
    expect(await textOf('a.txt', 'template')).toBe(numbers('one', 9));
  });

  it('leaves files of people where they are, also when their folder gets another name', async () => {
    const [one, two] = ['a', 'b'].map(letter => lines(letter, 2, 3, 4, 5));
    await updates.apply(
      'shop',
      await prepare({ src: { 'one.txt': one, 'two.txt': two } }),
    );
    await writeMain({ src: { 'one.txt': one, 'two.txt': two, own: 'mine' } });
    const update = await prepare({ lib: { 'one.txt': one, 'two.txt': two } });
    expect(update.conflicts).toEqual([]);
    await updates.apply('shop', update);
    expect(await store.files('shop', 'main')).toEqual([
      'lib/one.txt',
      'lib/two.txt',
      'src/own',
    ]);
  });

  it('does nothing the second time', async () => {
    await updates.apply('shop', await prepare(newer));
    const before = await heads();
    const again = await prepare(newer);
    expect(again).toMatchObject({ isMerged: true, changes: [], conflicts: [] });
    expect(await updates.apply('shop', again)).toBe(before[0]);
    expect(await heads()).toEqual(before);
  });

  it('shows a conflict with both sides, and leaves the branch of people as it is', async () => {
    const mine = await writeMain({
      'a.txt': numbers('uno', 9),
      'old.txt': 'kept\n',
    });
    const update = await prepare(newer);
    expect(update.conflicts).toEqual([
      { path: 'a.txt', kind: 'changed', diff: expect.anything() },
      { path: 'old.txt', kind: 'removed', diff: '' },
    ]);
    expect(update.conflicts[0].diff).toContain(
      lines('+<<<<<<< main', ' uno', '+=======', '+one', '+>>>>>>> template'),
    );
    expect(update.changes.map(({ path }) => path)).toEqual(['new.txt']);
    expect(await updates.apply('shop', update)).toBe(mine);
    expect(await textOf('a.txt')).toBe(numbers('uno', 9));
    expect(await textOf('a.txt', 'template')).toBe(numbers('one', 9));
    expect((await prepare(newer)).conflicts).toEqual(update.conflicts);
  });

  it('moves no branch when one of them has moved since', async () => {
    const update = await prepare(newer);
    await writeMain(edited);
    const before = await heads();
    await expect(updates.apply('shop', update)).rejects.toThrow(
      'template or main has changed meanwhile',
    );
    expect(await heads()).toEqual(before);
  });

  it('lets one of two win who bring in the same', async () => {
    const both = [await prepare(newer), await prepare(newer)];
    const ends = await Promise.allSettled(
      both.map(update => updates.apply('shop', update)),
    );
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
