import { createMockDirectory } from '@backstage/backend-test-utils';
import { type GitHostServer, startGitHost } from '@squadron/test-git-host';
import fc from 'fast-check';
import { hostOf } from '../__testUtils__/hostOf';
import { GitStore } from '../GitStore';
import { pushBranches, withFetched } from '../remotes';
import type { GitHost } from './GitHost';
import { HostRefusal } from './HostApi';

// Each repository starts git some times, which takes long on a busy machine.
jest.setTimeout(60_000);

const home = createMockDirectory();
const commit = { message: 'Add', author: { name: 'A', email: 'a@b.c' } };
const names = fc.stringMatching(/^[a-z0-9](?:[a-z0-9-]{0,51}[a-z0-9])?$/);

describe.each([
  {
    kind: 'github' as const,
    owner: 'acme',
    definition: 'acme/shop/blob/main/catalog-info.yaml',
    request: 'acme/shop/pull/1',
  },
  {
    kind: 'gitlab' as const,
    owner: 'acme/platform',
    definition: 'acme/platform/shop/-/blob/main/catalog-info.yaml',
    request: 'acme/platform/shop/-/merge_requests/1',
  },
])('$kind', ({ kind, owner, definition, request }) => {
  let server: GitHostServer;
  let host: GitHost;

  beforeEach(async () => {
    home.clear();
    server = await startGitHost({ kind, owner });
    host = hostOf(kind, server);
  });
  afterEach(() => server.stop());

  /** Pushes a branch with one file of its own, on top of another branch when there is one. */
  async function push(branch: string, parent?: string): Promise<string> {
    const access = await host.access('shop');
    return withFetched('shop', access, ['main'], async copy => {
      home.setContent({ [`${branch}.txt`]: branch });
      const made = await copy.write('shop', {
        directory: home.path,
        branch: 'main',
        parent,
        commit,
      });
      await pushBranches(copy, 'shop', access, [{ branch, commit: made }]);
      return made;
    });
  }

  it('has addresses of each repository, and knows them again', () => {
    expect(host.definition('shop')).toBe(`${server.url}/${definition}`);
    expect(host.page('shop')).toBe(`${server.url}/${owner}/shop`);
    const repoUrl = new URL(`https://${host.repoUrl('shop')}`);
    expect(Object.fromEntries(repoUrl.searchParams)).toEqual({
      owner,
      repo: 'shop',
    });
    fc.assert(
      fc.property(names, name => {
        expect(host.definedBy(host.definition(name))).toBe(name);
        expect(host.definedBy(`${host.definition(name)}x`)).toBeUndefined();
        expect(host.definedBy(host.page(name))).toBeUndefined();
      }),
    );
  });

  it.each([
    ['of another owner', (own: string) => own.replace(owner, 'other')],
    ['of another host', (own: string) => own.replace('127.0.0.1', 'b.example')],
    ['of another branch', (own: string) => own.replace('/main/', '/other/')],
    ['of another file', (own: string) => own.replace('catalog-', 'other-')],
    ['that climbs', (own: string) => own.replace('/shop/', '/x/../shop/')],
  ])('takes no address %s for its own', (_, change) => {
    expect(host.definedBy(change(host.definition('shop')))).toBeUndefined();
  });

  it('tells whether there is a repository', async () => {
    expect(await host.has('shop')).toBe(false);
    await server.make('shop');
    expect(await host.has('shop')).toBe(true);
    await expect(host.has('../x')).rejects.toThrow('no name for a repository');
  });

  it('archives a repository, and tells so', async () => {
    expect(await host.isArchived('shop')).toBeUndefined();
    await server.make('shop');
    expect(await host.isArchived('shop')).toBe(false);
    await host.archive('shop');
    expect(await host.isArchived('shop')).toBe(true);
    await expect(host.archive('../x')).rejects.toThrow('no name');
  });

  it.each([403, 404])(
    'says that the portal may not archive one, where the host answers %d',
    async status => {
      await server.make('shop');
      const method = kind === 'github' ? 'PATCH' : 'POST';
      const asked = { method, path: /shop/ };
      server.answerInstead(asked, {
        status,
        message: 'Must have admin rights',
      });
      await expect(host.archive('shop')).rejects.toThrow(HostRefusal);
    },
  );

  it('belongs to an organization or group, and to no person', async () => {
    await host.checkOwner();
    const person = await startGitHost({ kind, owner, isPerson: true });
    await expect(hostOf(kind, person).checkOwner()).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('`squadron.git.publishTo.owner`'),
    });
    await person.stop();
  });

  it('protects the branch that people change, again if need be', async () => {
    await server.make('shop');
    await push('main');
    await host.protect('shop');
    await host.protect('shop');
    const asked = server.requests.filter(({ path, method }) => {
      return method !== 'GET' && /protect/.test(path);
    });
    expect(asked.length).toBeGreaterThan(0);
    await expect(host.protect('../x')).rejects.toThrow('no name');
  });

  it('lets git push and fetch', async () => {
    await server.make('shop');
    const pushed = await push('main');
    const store = new GitStore({ directory: `${server.path('shop')}/..` });
    expect(await store.commitOf('shop', 'main')).toBe(pushed);
  });

  it('asks for a merge once, however often it is told to', async () => {
    await server.make('shop');
    await push('template', await push('main'));
    const merge = {
      from: 'template',
      into: 'main',
      title: 'Update',
      text: 'To **2.0.0**',
    };
    const asked = { url: `${server.url}/${request}` };
    expect(await host.findMerge('shop', merge)).toBeUndefined();
    expect(await host.requestMerge('shop', merge)).toEqual(asked);
    expect(await host.requestMerge('shop', merge)).toEqual(asked);
    expect(await host.findMerge('shop', merge)).toEqual(asked);
    const made = server.requests.filter(({ method, path }) => {
      return method === 'POST' && /\/(pulls|merge_requests)$/.test(path);
    });
    expect(made).toHaveLength(1);
    expect(made[0].body).toMatchObject({ title: 'Update' });
  });

  it('answers the request that somebody else opens at the same time', async () => {
    await server.make('shop');
    await push('template', await push('main'));
    const merge = { from: 'template', into: 'main', title: 'Up', text: '' };
    const both = [1, 2].map(() => host.requestMerge('shop', merge));
    const [one, other] = await Promise.all(both);
    expect(one).toEqual(other);
  });

  it('says why the host refuses a request', async () => {
    await server.make('shop');
    await push('main');
    const merge = { from: 'template', into: 'main', title: 'Up', text: '' };
    await expect(host.requestMerge('shop', merge)).rejects.toThrow(
      `${server.integration.host} refuses this: `,
    );
  });

  it('says what to do about a token that does not hold, and never says the token', async () => {
    const integration = { ...server.integration, token: 'secret-of-old' };
    const old = hostOf(kind, { integration, owner });
    const said = await old.has('shop').catch(error => error);
    expect(said).toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('the token of its integration'),
    });
    expect(JSON.stringify([said, said.stack])).not.toContain('secret-of-old');
  });

  it('says so when nothing answers', async () => {
    await server.stop();
    await expect(host.has('shop')).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('could not be reached'),
    });
  });
});
