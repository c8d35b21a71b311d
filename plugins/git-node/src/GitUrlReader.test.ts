import { urlReaderServiceFactory } from '@backstage/backend-defaults/urlReader';
import {
  ServiceFactoryTester,
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { GitAddresses } from './addresses';
import { GitStore } from './GitStore';
import { gitUrlReaderFactory } from './service';

// Each step starts git some times, which takes long on a busy machine.
jest.setTimeout(60_000);

const author = { name: 'Ann', email: 'ann@example.com' };

describe('the reader of addresses of the portal’s repositories', () => {
  const home = createMockDirectory();
  const files = createMockDirectory({
    content: {
      'catalog-info.yaml': 'kind: Component\n',
      docs: { 'index.md': '# Shop\n', img: { 'a.svg': '<svg/>' } },
      src: { 'main.ts': 'export {};\n' },
    },
  });
  const config = {
    app: { baseUrl: 'http://localhost:3000' },
    backend: { baseUrl: 'http://localhost:7007' },
    squadron: { git: { directory: home.resolve('git') } },
  };
  const store = new GitStore({ directory: home.resolve('git') });
  const addresses = new GitAddresses({
    appBaseUrl: config.app.baseUrl,
    backendBaseUrl: config.backend.baseUrl,
  });
  const at = (path: string, ref = 'main') =>
    addresses.of({ name: 'shop', ref, path });
  const open = (data: JsonObject = config) =>
    ServiceFactoryTester.from(urlReaderServiceFactory, {
      dependencies: [
        gitUrlReaderFactory,
        mockServices.rootConfig.factory({ data }),
      ],
    }).getSubject();

  beforeAll(async () => {
    await store.create('shop', {
      directory: files.path,
      branches: ['main'],
      creator: 'task',
      commit: { message: 'Create', author },
    });
  });

  it('reads a file, and says when it has not changed', async () => {
    const reader = await open();
    const { buffer, etag } = await reader.readUrl(at('catalog-info.yaml'));
    expect((await buffer()).toString()).toBe('kind: Component\n');
    expect(etag).toBe(await store.commitOf('shop', 'main'));
    await expect(
      reader.readUrl(at('catalog-info.yaml'), { etag }),
    ).rejects.toMatchObject({ name: 'NotModifiedError' });
  });

  it('reads a folder and nothing beside it', async () => {
    const tree = await (await open()).readTree(at('docs/'));
    const paths = (await tree.files()).map(({ path }) => path);
    expect(paths.sort()).toEqual(['img/a.svg', 'index.md']);
    const all = await (await open()).readTree(at(''));
    expect(await all.files()).toHaveLength(4);
  });

  it('finds files by a pattern, each with its address', async () => {
    const reader = await open();
    const { files: found } = await reader.search(at('**/*.yaml'));
    expect(found.map(({ url }) => url)).toEqual([at('catalog-info.yaml')]);
    expect((await found[0].content()).toString()).toContain('Component');
    expect((await reader.search(at('*.json'))).files).toEqual([]);
  });

  it('says what is not there', async () => {
    const reader = await open();
    await expect(reader.readUrl(at('missing'))).rejects.toMatchObject({
      name: 'NotFoundError',
      message: expect.stringContaining('shop has no file missing'),
    });
    await expect(reader.readTree(at('', 'other'))).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });

  it('reads no address of another host', async () => {
    const reader = await open();
    await expect(
      reader.readUrl('http://localhost:7007/api/secret'),
    ).rejects.toThrow('not allowed');
  });

  it('is not there where no folder is configured', async () => {
    const { app, backend } = config;
    const reader = await open({ app, backend });
    await expect(reader.readUrl(at('catalog-info.yaml'))).rejects.toThrow(
      'not allowed',
    );
  });
});
