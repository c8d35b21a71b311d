import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import { type GitHostServer, startGitHost } from '@squadron/test-git-host';
import { GitStore } from './GitStore';
import { HostRefusal } from './hosts/HostApi';
import { fetchBranches, pushBranches, withFetched } from './remotes';
import { gitText, runGit } from './runGit';

// Each step starts git some times, which takes long on a busy machine.
jest.setTimeout(60_000);

const commit = {
  message: 'Write',
  author: { name: 'B-1 Engineer', email: 'engineer-b-1@example.com' },
};

describe('a repository on a host', () => {
  const home = createMockDirectory();
  const store = new GitStore({ directory: home.resolve('git') });
  const folder = createMockDirectory();
  let host: GitHostServer;
  let first: string;

  beforeAll(async () => {
    host = await startGitHost({ kind: 'github' });
  });
  afterAll(() => host.stop());

  const access = (password = host.integration.token) => ({
    cloneUrl: `${host.url}/acme/shop.git`,
    username: 'x-access-token',
    password,
  });
  const headThere = (branch: string) =>
    gitText(['rev-parse', `refs/heads/${branch}`], {
      gitDir: host.path('shop'),
    });
  /** A commit in a repository of the portal, on top of another. */
  async function write(text: string, parent?: string) {
    folder.setContent({ 'a.txt': text });
    const branch = parent ? 'main' : `new-${text.trim()}`;
    const options = { directory: folder.path, branch, parent, commit };
    return store.write('shop', options);
  }
  const push = (branch: string, id: string, before?: string) =>
    pushBranches(store, 'shop', access(), [{ branch, commit: id, before }]);

  beforeEach(async () => {
    home.clear();
    folder.setContent({ 'a.txt': 'first\n' });
    first = await store.create('shop', {
      directory: folder.path,
      branches: ['main'],
      creator: 'task-1',
      commit,
    });
    const gitDir = host.path('shop');
    await runGit(['init', '--quiet', '--bare', '-bmain', gitDir], { gitDir });
    for (const branch of ['main', 'template']) {
      await runGit(['update-ref', '-d', `refs/heads/${branch}`], { gitDir });
      await push(branch, first);
    }
    host.requests.length = 0;
  });

  it('is fetched with its branches', async () => {
    const found = await withFetched(
      'shop',
      access(),
      ['main', 'template'],
      async copy => ({
        heads: [
          await copy.commitOf('shop', 'main'),
          await copy.commitOf('shop', 'template'),
        ],
        text: String(await copy.readFile('shop', 'main', 'a.txt')),
      }),
    );
    expect(found).toEqual({ heads: [first, first], text: 'first\n' });
  });

  it('is not fetched when it is larger than it may be', async () => {
    const gitDir = store.path('shop');
    const place = { name: 'shop', gitDir };
    const fetch = (most: number) =>
      fetchBranches(place, access(), ['template'], undefined, most);
    await expect(fetch(100)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(
        /^shop on 127.0.0.1:\d+ has more than 0 MB in template, which the portal does not fetch/,
      ),
    });
    await fetch(1024 ** 2);
    expect(await store.commitOf('shop', 'template')).toBe(first);
  });

  it('may lack one of them', async () => {
    const branches = ['main', 'other'];
    await withFetched('shop', access(), branches, async copy => {
      expect(await copy.commitOf('shop', 'main')).toBe(first);
      await expect(copy.commitOf('shop', 'other')).rejects.toThrow(
        'shop has no branch or commit "other"',
      );
    });
  });

  it('takes a branch from where its writer saw it, and from nowhere else', async () => {
    const second = await write('second\n', first);
    await push('main', second, first);
    expect(await headThere('main')).toBe(second);
    const other = await write('third\n', second);
    await expect(push('main', other, first)).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining(
        'shop has changed its branch main meanwhile',
      ),
    });
    expect(await headThere('main')).toBe(second);
  });

  it('makes a branch that is not there, and no other', async () => {
    const second = await write('second\n', first);
    await push('next', second);
    expect(await headThere('next')).toBe(second);
    await expect(push('next', first)).rejects.toMatchObject({
      name: 'ConflictError',
    });
    await expect(push('more', second, first)).rejects.toMatchObject({
      name: 'ConflictError',
    });
  });

  it('takes all branches or none', async () => {
    const second = await write('second\n', first);
    const template = { branch: 'template', commit: second };
    const main = { branch: 'main', commit: second, before: first };
    const pushBoth = (before: string) =>
      pushBranches(store, 'shop', access(), [main, { ...template, before }]);
    await expect(pushBoth(second)).rejects.toThrow(
      'shop has changed its branch main or template meanwhile',
    );
    expect(await headThere('main')).toBe(first);
    await pushBoth(first);
    expect(await headThere('main')).toBe(second);
    expect(await headThere('template')).toBe(second);
  });

  it('says why the host refuses a branch', async () => {
    const gitDir = host.path('shop');
    await runGit(['config', 'transfer.hideRefs', 'refs/heads/hidden'], {
      gitDir,
    });
    const second = await write('second\n', first);
    const moves = [
      { branch: 'main', commit: second, before: first },
      { branch: 'hidden', commit: second },
    ];
    await expect(pushBranches(store, 'shop', access(), moves)).rejects.toThrow(
      /could not push main and hidden of shop: 127.0.0.1:\d+ refuses it \(deny updating a hidden ref\)/,
    );
  });

  it.each([
    ['another token', 'no-such-token'],
    ['no token', ''],
  ])('says what to do with %s, and not which', async (_, password) => {
    const wrong = access(password);
    const failures = await Promise.all(
      [
        withFetched('shop', wrong, ['main'], async () => {}),
        pushBranches(store, 'shop', wrong, [{ branch: 'main', commit: first }]),
      ].map(work => work.catch(error => error)),
    );
    for (const failure of failures) {
      const { name, message } = failure;
      expect(failure).toBeInstanceOf(HostRefusal);
      expect(name).toBe('ServiceUnavailableError');
      expect(message).toContain('see that the token of its integration');
      expect(message).not.toContain('no-such-token');
    }
  });

  it.each([
    [403, true],
    [404, true],
    [502, false],
  ])(
    'tells whether the host refuses to be read, where it answers %d',
    async (status, isRefusal) => {
      const asked = { method: 'GET', path: /shop\.git\/info\/refs$/ };
      host.answerInstead(asked, { status, message: 'No' });
      const failure = await withFetched(
        'shop',
        access(),
        ['main'],
        async () => undefined,
      ).catch(error => error);
      expect(failure).toBeInstanceOf(ServiceUnavailableError);
      expect(failure instanceof HostRefusal).toBe(isRefusal);
    },
  );

  it('never shows the token to who looks at addresses and arguments', async () => {
    const { token } = host.integration;
    const code = Buffer.from(`x-access-token:${token}`).toString('base64');
    await withFetched('shop', access(), ['main'], async copy => {
      const gitDir = copy.path('shop');
      const settings = await gitText(['config', '--list'], { gitDir });
      expect(settings).not.toMatch(new RegExp(`${token}|${code}`));
    });
    const paths = host.requests.map(({ path }) => path);
    expect(paths).toContain('/acme/shop.git/git-upload-pack');
    expect(paths.join()).not.toContain(token);
    // What it says of a program that fails has its arguments and what it printed.
    const gone = { ...access(), cloneUrl: `${host.url}/acme/gone.git` };
    const failure = await withFetched(
      'gone',
      gone,
      ['main'],
      async () => {},
    ).then(
      () => undefined,
      error => error,
    );
    expect(failure.message).toContain('could not fetch gone');
    expect(failure.message).not.toMatch(new RegExp(`${token}|${code}`));
  });

  it('is waited for until somebody changes their mind', async () => {
    const stop = new AbortController();
    const server = createServer(() => stop.abort(new Error('Changed my mind')));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const silent = { ...access(), cloneUrl: `http://127.0.0.1:${port}/a.git` };
    const work = jest.fn();
    await expect(
      withFetched('shop', silent, ['main'], work, stop.signal),
    ).rejects.toThrow('Changed my mind');
    expect(work).not.toHaveBeenCalled();
    // All connections were closed with git.
    await new Promise(resolve => server.close(resolve));
  });

  it('never takes the token to where the host sends it', async () => {
    const server = createServer((request, response) =>
      response.writeHead(302, { location: `${host.url}${request.url}` }).end(),
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const cloneUrl = `http://127.0.0.1:${port}/acme/shop.git`;
    const moved = { ...access(), cloneUrl };
    await expect(
      withFetched('shop', moved, ['main'], async () => {}),
    ).rejects.toThrow('could not fetch shop');
    server.close();
    expect(host.requests).toEqual([]);
  });
});
