import { execFileSync } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { GitBrowser } from './GitBrowser';
import { GitStore } from './GitStore';

// Each step starts git some times, which takes long on a busy machine.
jest.setTimeout(60_000);

const author = { name: 'B-1 Engineer', email: 'engineer-b-1@example.com' };

describe('GitBrowser', () => {
  const home = createMockDirectory();
  const files = createMockDirectory();
  const store = new GitStore({ directory: home.resolve('git') });
  const browser = new GitBrowser({ store });
  let commit: string;

  beforeAll(async () => {
    files.setContent({
      'README.md': '# Grüße\n',
      'zeta.txt': '',
      'large.txt': 'x'.repeat(1_000_001),
      'logo.png': Buffer.from([0x89, 0x50, 0x00, 0x47]),
      'latin.txt': Buffer.from([0x47, 0x72, 0xfc]),
      docs: { 'a b.md': 'one\n', deep: { 'c.md': 'two\n' } },
    });
    await symlink('README.md', files.resolve('alias'));
    const first = await store.create('shop', {
      directory: files.path,
      branches: ['main', 'template'],
      creator: 'task-1',
      commit: { message: 'Create the service\n\nWith a body.', author },
    });
    files.addContent({ 'more.txt': 'more' });
    commit = await store.write('shop', {
      directory: files.path,
      branch: 'main',
      parent: first,
      commit: { message: 'Say more', author },
    });
  });

  it('lists a folder, folders first, with sizes', async () => {
    expect(await browser.tree('shop', commit, '')).toEqual([
      { name: 'docs', kind: 'folder' },
      { name: 'alias', kind: 'link', size: 9 },
      { name: 'large.txt', kind: 'file', size: 1_000_001 },
      { name: 'latin.txt', kind: 'file', size: 3 },
      { name: 'logo.png', kind: 'file', size: 4 },
      { name: 'more.txt', kind: 'file', size: 4 },
      { name: 'README.md', kind: 'file', size: 10 },
      { name: 'zeta.txt', kind: 'file', size: 0 },
    ]);
    expect(await browser.tree('shop', commit, 'docs/')).toEqual([
      { name: 'deep', kind: 'folder' },
      { name: 'a b.md', kind: 'file', size: 4 },
    ]);
  });

  it.each(['missing', 'README.md', '../other', 'docs/..'])(
    'finds no folder "%s"',
    async path => {
      await expect(browser.tree('shop', commit, path)).rejects.toThrow(
        `shop has no folder ${path} at ${commit}`,
      );
    },
  );

  it('tells a file as text', async () => {
    expect(await browser.file('shop', commit, 'README.md')).toEqual({
      size: 10,
      content: 'text',
      text: '# Grüße\n',
    });
    expect(await browser.file('shop', commit, '/docs/a b.md')).toMatchObject({
      text: 'one\n',
    });
  });

  it.each([
    ['large.txt', { size: 1_000_001, content: 'too-large' }],
    ['logo.png', { size: 4, content: 'binary' }],
    ['latin.txt', { size: 3, content: 'binary' }],
  ])('tells of %s only how large it is', async (path, answer) => {
    expect(await browser.file('shop', commit, path)).toEqual(answer);
  });

  it.each(['missing', 'docs', '', '.', '../other', '*.md', ':(glob)*.md'])(
    'finds no file "%s"',
    async path => {
      await expect(browser.file('shop', commit, path)).rejects.toThrow(
        `shop has no file ${path} at ${commit}`,
      );
    },
  );

  it('tells the latest commits, newest first', async () => {
    const all = await browser.commits('shop', 'main', 20);
    expect(all.map(({ subject }) => subject)).toEqual([
      'Say more',
      'Create the service',
    ]);
    expect(all[0]).toMatchObject({ id: commit, author: 'B-1 Engineer' });
    const shown = execFileSync('git', ['log', '-1', '--format=%aI', commit], {
      cwd: store.path('shop'),
    });
    expect(all[0].at).toEqual(new Date(shown.toString().trim()));
    expect(await browser.commits('shop', 'main', 1)).toHaveLength(1);
    expect(await browser.commits('shop', 'template', 20)).toHaveLength(1);
  });

  it('names the branches of a repository that there is', async () => {
    expect(await browser.branches('shop')).toEqual(['main', 'template']);
    await expect(browser.branches('other')).rejects.toThrow(
      'There is no repository other',
    );
  });
});
