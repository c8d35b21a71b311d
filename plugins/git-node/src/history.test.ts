import childProcess, { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { GitStore } from './GitStore';
import { firstCommits, latestCommits } from './history';

// Each step starts git some times, which takes long on a busy machine.
jest.setTimeout(60_000);

describe('the latest commits of many repositories', () => {
  const home = createMockDirectory();
  const files = createMockDirectory({ content: { a: '1' } });
  // Where git lists paths, a colon and a quote have a meaning.
  const store = new GitStore({ directory: home.resolve('git: "x"') });
  const names = ['cart', 'orders', 'shop'];

  const latest = async (wanted = names, branch = 'main') => {
    const found = await latestCommits(store, wanted, branch);
    return [...found].map(([name, { subject }]) => [name, subject]);
  };
  const all = names.map(name => [name, `Create ${name}`]);

  beforeEach(async () => {
    home.clear();
    for (const name of names) {
      await store.create(name, {
        directory: files.path,
        branches: ['main', `only/${name}`],
        creator: 'task-1',
        commit: {
          message: `Create ${name}`,
          author: { name: 'Ann', email: 'ann@example.com' },
        },
      });
    }
  });

  it('are read with one start of git', async () => {
    const started = jest.spyOn(childProcess, 'spawn');
    expect(await latest()).toEqual(all);
    expect(started).toHaveBeenCalledTimes(1);
    started.mockRestore();
    const { author, id } = (await latestCommits(store, names, 'main')).get(
      'shop',
    )!;
    expect({ author, id }).toEqual({
      author: 'Ann',
      id: await store.commitOf('shop', 'main'),
    });
  });

  it('are read where somebody has packed branches and commits', async () => {
    execFileSync('git', ['gc', '--quiet'], { cwd: store.path('orders') });
    expect(await latest()).toEqual(all);
  });

  it('leave out what has no such branch, is broken or has gone', async () => {
    expect(await latest([...names, 'gone'], 'only/shop')).toEqual([
      ['shop', 'Create shop'],
    ]);
    home.addContent({ 'git: "x"/cart.git/config': '[' });
    rmSync(store.path('orders'), { recursive: true });
    expect(await latest()).toEqual([['shop', 'Create shop']]);
  });

  it('are none of no repository', async () => {
    expect(await latest([])).toEqual([]);
  });
});

describe('the first commits of a branch', () => {
  const home = createMockDirectory();
  const files = createMockDirectory({ content: { a: '1' } });

  it('have none before them, and say their whole message', async () => {
    const store = new GitStore({ directory: home.resolve('git') });
    const author = { name: 'Ann', email: 'ann@example.com' };
    const id = await store.create('shop', {
      directory: files.path,
      branches: ['main'],
      creator: 'task-1',
      commit: { message: 'Create\n\nTask: 1', author },
    });
    files.setContent({ a: '2' });
    await store.write('shop', {
      directory: files.path,
      branch: 'main',
      parent: id,
      commit: { message: 'Change', author },
    });
    expect(await firstCommits(store, 'shop', 'main')).toEqual([
      { id, message: 'Create\n\nTask: 1\n' },
    ]);
  });
});
