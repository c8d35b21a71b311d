import { once } from 'node:events';
import { createServer, RequestListener, Server } from 'node:http';
import {
  AddressInfo,
  createServer as createSocketServer,
  LookupFunction,
  Server as SocketServer,
  Socket,
} from 'node:net';
import fc from 'fast-check';
import { OutboundGuard, OutboundGuardOptions } from './OutboundGuard';

const open: { server: SocketServer; sockets: Set<Socket> }[] = [];

async function listen(server: SocketServer | Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', socket => sockets.add(socket));
  open.push({ server, sockets });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const serve = (listener: RequestListener) => listen(createServer(listener));

const guardWith = (options: Partial<OutboundGuardOptions> = {}) =>
  new OutboundGuard({
    allowedHosts: ['127.0.0.1'],
    allowedHostsKey: 'outbound.allowedHosts',
    ...options,
  });

const leadingTo =
  (...addresses: string[]): LookupFunction =>
  (_host, _options, done) =>
    done(
      null,
      addresses.map(address => ({
        address,
        family: address.includes(':') ? 6 : 4,
      })),
    );

afterEach(async () => {
  for (const { server, sockets } of open.splice(0)) {
    sockets.forEach(socket => socket.destroy());
    server.close();
    await once(server, 'close');
  }
});

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
    open.pop();
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

describe('where OutboundGuard may fetch from', () => {
  it('asks for private hosts to be allowed, and says where', async () => {
    const address = await serve((_req, res) => res.end('inside'));
    const { host, port } = new URL(address);
    const fetch = (...allowedHosts: string[]) =>
      guardWith({ allowedHosts }).fetch(address);
    await expect(fetch()).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: `${host} lies in a private network: if the portal may fetch from it, add it to outbound.allowedHosts`,
    });
    await expect(fetch('127.0.0.1:1')).rejects.toThrow('private network');
    await expect(fetch(`127.0.0.1:${port}`)).resolves.toBeDefined();
  });

  it('checks a name where it leads when it connects', async () => {
    const address = await serve((_req, res) => res.end('inside'));
    const named = address.replace('127.0.0.1', 'metrics.example.com');
    const lookup = leadingTo('127.0.0.1');
    const fetch = (...allowedHosts: string[]) =>
      guardWith({ allowedHosts, lookup }).fetch(named);
    await expect(fetch()).rejects.toThrow('private network');
    await expect(fetch('127.0.0.1', 'example.com')).rejects.toThrow(
      'private network',
    );
    await expect(fetch('Metrics.example.com')).resolves.toBeDefined();
    await expect(fetch('*.example.com')).resolves.toBeDefined();
  });

  it.each([
    [['169.254.169.254']],
    [['93.184.216.34', '169.254.169.254']],
    [['::ffff:a9fe:a9fe']],
    [['fd00:ec2::254']],
  ])('lets no name lead to %j, even if it is allowed', async addresses => {
    const guard = guardWith({
      allowedHosts: ['rebound.example'],
      lookup: leadingTo(...addresses),
    });
    await expect(guard.fetch('http://rebound.example')).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining('nothing may be fetched from'),
    });
  });

  it('takes public addresses and names as they are, without asking the network', () => {
    for (const address of [
      'https://example.com/a?b',
      'http://93.184.216.34:8080',
      'https://[2606:2800::1]/',
      'http://172.32.0.1',
      'http://[::ffff:8.8.8.8]/',
    ]) {
      expect(guardWith().check(address)).toEqual(new URL(address));
    }
  });

  it.each([
    ['metrics', 'InputError'],
    ['file:///etc/passwd', 'InputError'],
    ['https://ann:pw@example.com', 'InputError'],
    ['http://10.1.2.3', 'NotAllowedError'],
    ['http://192.168.0.1', 'NotAllowedError'],
    ['http://[::1]:9090', 'NotAllowedError'],
    ['http://[fd12::1]', 'NotAllowedError'],
    ['http://[64:ff9b::a9fe:a9fe]', 'NotAllowedError'],
    ['http://169.254.169.254/latest', 'NotAllowedError'],
    ['http://[fe80::1]', 'NotAllowedError'],
    ['http://0.0.0.0', 'NotAllowedError'],
  ])('refuses %s', (address, name) => {
    expect(() => guardWith().check(address)).toThrow(
      expect.objectContaining({ name }),
    );
  });

  it('is not fooled by another way to write an address', () => {
    const byte = fc.nat(255);
    fc.assert(
      fc.property(fc.constantFrom(10, 169, 127), byte, byte, (a, c, d) => {
        const b = 254;
        const number = ((a * 256 + b) * 256 + c) * 256 + d;
        const hex = number.toString(16).padStart(8, '0');
        for (const host of [
          `${a}.${b}.${c}.${d}`,
          `${a}.${b}.${c * 256 + d}`,
          String(number),
          `0x${hex}`,
          `0${a.toString(8)}.${b}.${c}.${d}.`,
          `[::ffff:${hex.slice(0, 4)}:${hex.slice(4)}]`,
          `[64:ff9b::${a}.${b}.${c}.${d}]`,
        ]) {
          expect(() =>
            guardWith({ allowedHosts: [] }).check(`http://${host}/`),
          ).toThrow(expect.objectContaining({ name: 'NotAllowedError' }));
        }
      }),
    );
  });

  it('knows an allowed IPv6 address with its port', () => {
    const guard = guardWith({ allowedHosts: ['[::1]:9090'] });
    expect(guard.check('http://[::1]:9090/a').host).toBe('[::1]:9090');
    expect(() => guard.check('http://[::1]:9091/a')).toThrow('private network');
  });
});
