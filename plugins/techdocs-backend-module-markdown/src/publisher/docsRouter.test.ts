import { createServer, request as sendRequest } from 'node:http';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Express } from 'express';
import fc from 'fast-check';
import request from 'supertest';
import { removeFolders } from '../__testUtils__/folders';
import { root, setUpPublisher } from '../__testUtils__/publisher';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('docsRouter on %s', id => {
  let app: Express;
  let publish: Awaited<ReturnType<typeof setUpPublisher>>['publish'];

  beforeAll(async () => {
    ({ app, publish } = await setUpPublisher(await databases.init(id)));
  });

  afterEach(removeFolders);

  it.each([
    ['index.html', 'text/plain; charset=utf-8'],
    ['a.HTM', 'text/plain; charset=utf-8'],
    ['a.svg', 'text/plain; charset=utf-8'],
    ['a.xml', 'text/plain; charset=utf-8'],
    ['a.xhtml', 'text/plain; charset=utf-8'],
    ['a.js', 'text/plain; charset=utf-8'],
    ['LICENSE', 'text/plain; charset=utf-8'],
    ['assets/main.css', 'text/css; charset=utf-8'],
    ['search/search_index.json', 'application/json; charset=utf-8'],
    ['a.png', 'image/png'],
  ])('serves %s as %s, and as nothing else', async (path, type) => {
    await publish({ [path]: '{}' });
    const response = await request(app).get(`${root}/${path}`);
    expect(response.headers['content-type']).toBe(type);
    expect(response.headers['x-content-type-options']).toBe('nosniff');
    expect(response.headers['cache-control']).toBe('private, no-cache');
  });

  it('answers a folder with its index', async () => {
    await publish({ 'index.html': 'home', 'guides/sre/index.html': 'sre' });
    expect((await request(app).get(`${root}/`)).text).toBe('home');
    expect((await request(app).get(`${root}/guides/sre/`)).text).toBe('sre');
    const without = await request(app).get(`${root}/guides/sre`);
    expect(without.status).toBe(302);
    expect(without.headers.location).toBe(`${root}/guides/sre/`);
    expect((await request(app).get(root)).headers.location).toBe(`${root}/`);
  });

  it('leads to the entity in lower case', async () => {
    const response = await request(app).get(
      '/docs/Default/System/Squad-B-1/Page.html',
    );
    expect(response.status).toBe(301);
    expect(response.headers.location).toBe(`${root}/Page.html`);
  });

  it('answers 304 to whom has the file, until it changes', async () => {
    await publish({ 'index.html': 'one', 'other.html': 'other' });
    const ask = (etag: string) =>
      request(app).get(`${root}/index.html`).set('If-None-Match', etag);
    const { etag } = (await request(app).get(`${root}/index.html`)).headers;
    const again = await ask(etag);
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await ask('W/"else"')).status).toBe(200);
    await publish({ 'index.html': 'two' });
    expect((await ask(etag)).text).toBe('two');
  });

  it('passes compressed files on, or as they are to whom cannot read them', async () => {
    await publish({ 'index.html': 'long '.repeat(1000), 'a.png': 'png' });
    const ask = (path: string, encoding: string) =>
      request(app)
        .get(`${root}/${path}`)
        .set('Accept-Encoding', encoding)
        .buffer(true)
        .parse((res, done) => {
          const chunks: Buffer[] = [];
          res.on('data', chunk => chunks.push(Buffer.from(chunk)));
          res.on('end', () => done(null, Buffer.concat(chunks)));
        });
    const plain = await ask('index.html', 'identity');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.headers.vary).toContain('Accept-Encoding');
    expect(plain.body.toString()).toBe('long '.repeat(1000));
    const small = await ask('index.html', 'gzip');
    expect(small.headers['content-encoding']).toBe('gzip');
    expect(Number(small.headers['content-length'])).toBeLessThan(200);
    const image = await ask('a.png', 'gzip');
    expect(image.headers['content-encoding']).toBeUndefined();
  });

  it('answers HEAD with the same headers and no body', async () => {
    await publish({ 'a.png': 'png' });
    const response = await request(app).head(`${root}/a.png`);
    expect(response.status).toBe(200);
    expect(response.headers['content-length']).toBe('3');
    expect(response.headers.etag).toMatch(/^W\/"[0-9a-f]{64}"$/);
    expect((await request(app).post(`${root}/a.png`)).status).toBe(405);
  });

  it.each([
    `${root}/missing.html`,
    `${root}/../squad-b-1/index.html`,
    `${root}/%2e%2e/squad-b-1/index.html`,
    `${root}/%2E%2E%2Fsquad-b-1/index.html`,
    `${root}/sub/..%2findex.html`,
    `${root}/./index.html`,
    `${root}//index.html`,
    `${root}/sub%5C..%5Cindex.html`,
    `${root}/index.html%00`,
    `${root}/%E0%A4%A`,
    '/docs/default/system%2Fsquad-b-1/index.html',
    '/docs//default/system/squad-b-1/index.html',
    '/docs/default/system/other/index.html',
    '/docs/default/system',
    '/docs/',
  ])('answers 404 to %s', async path => {
    await publish({ 'index.html': 'home' });
    const response = await get(app, path);
    expect(response).toBe(404);
  });

  it('serves exactly what was published', async () => {
    const name = fc.stringMatching(/^[a-zA-Z0-9 _äß%+&#?'-]{1,12}$/);
    const path = fc
      .array(name, { minLength: 1, maxLength: 3 })
      .map(parts => `${parts.join('/')}.x`);
    const site = fc.dictionary(path, fc.uint8Array(), { maxKeys: 4 });
    await fc.assert(
      fc.asyncProperty(site, async files => {
        const contents = Object.entries(files).map(
          ([each, bytes]) => [each, Buffer.from(bytes)] as const,
        );
        await publish(Object.fromEntries(contents));
        for (const [each, content] of contents) {
          const url = each.split('/').map(encodeURIComponent).join('/');
          const response = await request(app)
            .get(`${root}/${url}`)
            .set('Accept-Encoding', 'gzip')
            .responseType('blob');
          expect(response.status).toBe(200);
          expect(Buffer.compare(response.body, content)).toBe(0);
        }
      }),
      { numRuns: 15 },
    );
  });
});

/** Asks for a path as it is, where other clients would resolve dots in it. */
async function get(app: Express, path: string): Promise<number> {
  const server = createServer(app);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  try {
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    return await new Promise<number>((resolve, reject) => {
      sendRequest({ host: '127.0.0.1', port, path }, response => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });
  } finally {
    server.close();
  }
}
