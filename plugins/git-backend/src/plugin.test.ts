import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import {
  TestBackend,
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { GitStore } from '@squadron/plugin-git-node';
import { OrgTree } from '@squadron/plugin-org-model-common';
import {
  type OrgModelService,
  orgModelServiceRef,
} from '@squadron/plugin-org-model-node';
import request from 'supertest';
import gitPlugin from '.';

// Each step starts git some times, which takes long on a busy machine.
jest.setTimeout(60_000);

const run = promisify(execFile);
const ann = 'user:default/ann';
const personOf = (ref: string) => ({
  ref,
  name: ref.split('/')[1],
  title: ref,
  memberOf: [],
  leads: [],
  roles: [],
});

describe('gitPlugin', () => {
  const home = createMockDirectory();
  const files = createMockDirectory({
    content: { 'README.md': '# Shop\n', src: { 'main.ts': 'export {};\n' } },
  });
  const store = new GitStore({ directory: home.resolve('git') });
  const people = new Set([ann, 'user:default/bob']);
  const orgModel: Partial<OrgModelService> = {
    tree: async () =>
      new OrgTree({ at: '', groups: [], people: [...people].map(personOf) }),
  };
  const auditor = mockServices.auditor.mock();
  let backend: TestBackend;
  let base: string;

  const send = (
    method: 'get' | 'post' | 'delete',
    path: string,
    body?: object,
    user = ann,
  ) =>
    request(backend.server)
      [method](`/api/git${path}`)
      .set('Authorization', mockCredentials.user.header(user))
      .send(body);
  const makeToken = async (user = ann) => {
    const { body } = await send('post', '/credentials', { label: 'x' }, user);
    return body as { id: string; token: string };
  };
  const git = (...args: string[]) =>
    run('git', args, {
      env: {
        PATH: process.env.PATH,
        GIT_TERMINAL_PROMPT: '0',
        GIT_CONFIG_NOSYSTEM: '1',
        HOME: home.path,
      },
    });
  const addressWith = (token: string, name = 'shop') =>
    `${base.replace('://', `://any:${token}@`)}/repositories/${name}.git`;

  beforeAll(async () => {
    await store.create('shop', {
      directory: files.path,
      branches: ['main'],
      creator: 'task',
      commit: {
        message: 'Create',
        author: { name: 'Ann', email: 'ann@example.com' },
      },
    });
    auditor.createEvent.mockImplementation(async () => ({
      success: async () => {},
      fail: async () => {},
    }));
    backend = await startTestBackend({
      features: [
        gitPlugin,
        auditor.factory,
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'http://localhost:3000' },
            backend: { baseUrl: 'http://localhost:7007' },
            squadron: { git: { directory: home.resolve('git') } },
          },
        }),
        createServiceFactory({
          service: orgModelServiceRef,
          deps: {},
          factory: () => orgModel as OrgModelService,
        }),
      ],
    });
    base = `http://localhost:${backend.server.port()}/api/git`;
  });
  afterAll(() => backend.stop());

  it('lets git clone and fetch with a credential', async () => {
    const { token } = await makeToken();
    const clone = home.resolve('clone');
    await git('clone', '--quiet', addressWith(token), clone);
    expect(await readFile(`${clone}/README.md`, 'utf8')).toBe('# Shop\n');
    files.addContent({ 'more.txt': 'more' });
    await store.write('shop', {
      directory: files.path,
      branch: 'main',
      parent: await store.commitOf('shop', 'main'),
      commit: {
        message: 'More',
        author: { name: 'Ann', email: 'ann@example.com' },
      },
    });
    await git('-C', clone, 'pull', '--quiet');
    expect(await readFile(`${clone}/more.txt`, 'utf8')).toBe('more');
    const shallow = home.resolve('shallow');
    await git('clone', '--quiet', '--depth=1', addressWith(token), shallow);
    const { stdout } = await git('-C', shallow, 'rev-list', '--count', 'HEAD');
    expect(stdout.trim()).toBe('1');
    const { body } = await send('get', '/credentials');
    expect(body.items[0].lastUsedAt).toEqual(expect.any(String));
  });

  it('takes no push', async () => {
    const { token } = await makeToken();
    const clone = home.resolve('pushing');
    await git('clone', '--quiet', addressWith(token), clone);
    const before = await store.commitOf('shop', 'main');
    await git('-C', clone, 'branch', 'mine');
    await expect(git('-C', clone, 'push', 'origin', 'mine')).rejects.toThrow(
      '403',
    );
    expect(await store.commitOf('shop', 'main')).toBe(before);
    await expect(store.commitOf('shop', 'mine')).rejects.toThrow('no branch');
  });

  it.each([
    ['nothing', () => `${base}/repositories/shop.git`],
    ['a wrong token', () => addressWith('wrong')],
  ])('asks for a credential who brings %s', async (_what, address) => {
    await expect(
      git('clone', '--quiet', address(), home.resolve('refused')),
    ).rejects.toThrow(/Authentication failed|could not read Username/);
    const answer = await request(backend.server).get(
      '/api/git/repositories/shop.git/info/refs?service=git-upload-pack',
    );
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toContain('Basic');
    expect(answer.text).toContain('says how to make one');
  });

  it('ends a credential when it is revoked, and when its owner leaves', async () => {
    const { id, token } = await makeToken();
    expect((await send('delete', `/credentials/${id}`)).status).toBe(204);
    await expect(git('ls-remote', addressWith(token))).rejects.toThrow(
      'Authentication failed',
    );
    const bob = await makeToken('user:default/bob');
    await git('ls-remote', addressWith(bob.token));
    people.delete('user:default/bob');
    await expect(git('ls-remote', addressWith(bob.token))).rejects.toThrow(
      'Authentication failed',
    );
  });

  it('says that there is no such repository, to those who may know', async () => {
    const { token } = await makeToken();
    await expect(git('ls-remote', addressWith(token, 'other'))).rejects.toThrow(
      'not found',
    );
    await expect(
      git('ls-remote', addressWith('wrong', 'other')),
    ).rejects.toThrow('Authentication failed');
    expect((await send('get', '/repositories/other')).status).toBe(404);
  });

  it('tells where a repository is cloned from', async () => {
    const { body } = await send('get', '/repositories/shop');
    expect(body).toEqual({
      name: 'shop',
      branch: 'main',
      branches: ['main'],
      commit: await store.commitOf('shop', 'main'),
      cloneUrl: 'http://localhost:7007/api/git/repositories/shop.git',
    });
  });

  it('leads who opens that address in a browser to the page of the repository', async () => {
    const at = (name: string) =>
      request(backend.server).get(`/api/git/repositories/${name}.git`);
    const { status, headers } = await at('shop');
    expect([status, headers.location]).toEqual([
      302,
      'http://localhost:3000/git/shop/',
    ]);
    const strange = await at('%2F..%2F..%2Fcatalog%3Fa');
    expect(strange.headers.location).toBe(
      'http://localhost:3000/git/%2F..%2F..%2Fcatalog%3Fa/',
    );
  });

  it.each(['', '/shop', '/shop/tree', '/shop/file?path=README.md'])(
    'shows /repositories%s to who is signed in alone',
    async path => {
      expect((await send('get', `/repositories${path}`)).status).toBe(200);
      const answer = await request(backend.server)
        .get(`/api/git/repositories${path}`)
        .set('Authorization', mockCredentials.none.header());
      expect(answer.status).toBe(401);
    },
  );

  it.each([
    ['what is not compressed as it says', 'gzip', () => 'not compressed', 400],
    [
      'more than git ever asks for',
      '',
      (commit: string) => `0032want ${commit}\n`.repeat(100_000),
      413,
    ],
  ])('refuses %s, and goes on', async (_what, encoding, bodyOf, status) => {
    const { token } = await makeToken();
    const body = bodyOf(await store.commitOf('shop', 'main'));
    const answer = await fetch(
      `${base}/repositories/shop.git/git-upload-pack`,
      {
        method: 'POST',
        headers: {
          Authorization: `Basic ${Buffer.from(`a:${token}`).toString('base64')}`,
          ...(encoding && { 'Content-Encoding': encoding }),
        },
        body,
      },
    );
    expect(answer.status).toBe(status);
    await git('ls-remote', addressWith(token));
  });
});
