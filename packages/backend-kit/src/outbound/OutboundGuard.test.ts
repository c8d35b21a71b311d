import { once } from 'node:events';
import { createServer, RequestListener } from 'node:http';
import { createServer as createSocketServer, LookupFunction } from 'node:net';
import { guardWith, listen, serve } from '../__testUtils__/outbound';

describe('OutboundGuard', () => {
  it('sends what it is told and reads the answer', async () => {
    const address = await serve(async (req, res) => {
      const body = (await req.toArray()).join('');
      const { method, url, headers } = req;
      res.setHeader('x-kept', 'yes');
      res.end(JSON.stringify({ method, url, token: headers['x-token'], body }));
    });
    const headers = { 'x-token': 't' };
    const post = { method: 'POST', headers, body: 'ä' } as const;
    const expected = { method: 'POST', url: '/a?b=c', token: 't', body: 'ä' };
    const guard = guardWith();
    expect(await guard.fetchJson(`${address}/a?b=c`, post)).toEqual(expected);
    expect(await guard.fetch(`${address}/a?b=c`, post)).toMatchObject({
      status: 200,
      headers: { 'x-kept': 'yes' },
      text: JSON.stringify(expected),
    });
  });

  it('gives answers of failure to who wants to read them', async () => {
    const address = await serve((_req, res) => {
      res.statusCode = 422;
      res.end('{"error":"bad query"}');
    });
    expect(await guardWith().fetch(address)).toMatchObject({
      status: 422,
      text: '{"error":"bad query"}',
    });
    await expect(guardWith().fetchJson(address)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('answers with status 422'),
    });
  });

  it.each([
    ['never answers', () => {}],
    [
      'never ends its answer',
      ((_req, res) => {
        res.write('{');
      }) as RequestListener,
    ],
  ])('gives up on a host that %s', async (_, listener) => {
    const address = await serve(listener);
    const fetched = guardWith({ timeoutMs: 300 }).fetch(address);
    await expect(fetched).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('did not answer within 0.3 s'),
    });
  });

  it('gives up on a name that nobody looks up', async () => {
    const guard = guardWith({ timeoutMs: 50, lookup: () => {} });
    await expect(guard.fetch('http://slow.example')).rejects.toThrow(
      'slow.example did not answer within 0.05 s',
    );
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const address = await serve(() => stop.abort(new Error('not needed')));
    await expect(
      guardWith().fetch(address, { signal: stop.signal }),
    ).rejects.toThrow('not needed');
  });

  it('closes the connection when an answer is too large', async () => {
    const closed = Promise.withResolvers<void>();
    const address = await serve((_req, res) => {
      const more = () => {
        while (res.write('x'.repeat(65_536)));
      };
      res.on('drain', more).on('close', closed.resolve);
      more();
    });
    const guard = guardWith({ maxBytes: 1024 * 1024 });
    await expect(guard.fetch(address)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('answers with more than 1 MiB'),
    });
    await closed.promise;
  });

  it('takes an answer that is as large as it may be', async () => {
    const address = await serve((_req, res) => res.end('x'.repeat(100)));
    expect(await guardWith({ maxBytes: 100 }).fetch(address)).toMatchObject({
      text: 'x'.repeat(100),
    });
  });

  it('does not follow a redirect, and does not tell where it leads', async () => {
    const asked: unknown[] = [];
    const address = await serve((req, res) => {
      asked.push(req.url);
      res.writeHead(302, { location: '/latest/meta-data?token=secret' }).end();
    });
    await expect(guardWith().fetch(address)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(/answers with a redirect(?!.*secret)/),
    });
    expect(asked).toEqual(['/']);
  });

  it('says what an answer in something else than HTTP or JSON means', async () => {
    const raw = await listen(
      createSocketServer(socket => {
        socket.on('error', () => {}).end('\0garbage\r\n\r\n');
      }),
    );
    await expect(guardWith().fetch(raw)).rejects.toThrow(
      'does not answer in HTTP',
    );
    await expect(
      guardWith().fetch(raw.replace('http:', 'https:')),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
    const page = await serve((_req, res) => res.end('<html>'));
    await expect(guardWith().fetchJson(page)).rejects.toThrow('is no JSON');
  });

  it('says that an answer broke off', async () => {
    const address = await serve((_req, res) => {
      res.writeHead(200, { 'content-length': 100 });
      res.write('half', () => res.destroy());
    });
    await expect(guardWith().fetch(address)).rejects.toThrow(
      'broke the connection off',
    );
  });

  it('says that a host refuses or is not known', async () => {
    const server = createServer();
    const address = await listen(server);
    server.close();
    await once(server, 'close');
    await expect(guardWith().fetch(address)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('refuses connections'),
    });
    const unknown = Object.assign(new Error('x'), { code: 'ENOTFOUND' });
    const lookup: LookupFunction = (_host, _options, done) => done(unknown, []);
    await expect(
      guardWith({ lookup }).fetch('https://gone.example/a'),
    ).rejects.toThrow('gone.example is not known');
  });

  it('tells nothing that is secret in any error', async () => {
    const address = await serve((_req, res) => res.destroy());
    const headers = { authorization: 'secret', bad: 'secret\n' };
    const secret = `${address}/secret?token=secret`;
    const failures = await Promise.all([
      guardWith().fetch(secret).catch(String),
      guardWith().fetch(secret, { headers }).catch(String),
      guardWith({ allowedHosts: [] }).fetch(secret).catch(String),
      guardWith().fetch('https://ann:secret@example.com').catch(String),
      guardWith().fetch('ftp://secret').catch(String),
    ]);
    expect(failures).toEqual(
      failures.map(() => expect.stringMatching('Error')),
    );
    expect(failures.join()).not.toContain('secret');
  });
});
