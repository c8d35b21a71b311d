import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import fc from 'fast-check';
import { collectAll } from '../../__testUtils__/collect';
import { startHttpServer } from '../../__testUtils__/httpServer';
import { HttpCollector } from './HttpCollector';
import { readPointer } from './jsonPointer';

const to = '2026-11-28T10:20:00Z';

describe('the collector of JSON over HTTP', () => {
  let answer: (response: ServerResponse) => void;
  let headers: IncomingHttpHeaders | undefined;
  let server: Awaited<ReturnType<typeof startHttpServer>>;

  beforeAll(async () => {
    server = await startHttpServer((request, response) => {
      headers = request.headers;
      answer(response);
    });
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    headers = undefined;
  });

  const collect = (source: object, more = {}, allowed = true) =>
    collectAll(
      new HttpCollector({
        everySeconds: 300,
        timeoutSeconds: 60,
        allowedHosts: allowed ? [new URL(server.url).host] : [],
        servers: [
          {
            name: 'status',
            url: `${server.url}/api/`,
            headers: { Authorization: 'Bearer s3cret' },
          },
        ],
      }),
      [{ source: { url: `${server.url}/api/x`, ...source }, ...more }],
      to,
    );
  const json =
    (body: unknown, status = 200) =>
    (response: ServerResponse) => {
      response.statusCode = status;
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };

  it('reads the number that a pointer points to', async () => {
    answer = json({ checks: [{ uptime: '99.95' }] });
    expect(await collect({ value: '/checks/0/uptime', unit: '%' })).toEqual([
      {
        kpi: 'k0',
        samples: [
          {
            kpi: 'k0',
            entity: 'group:default/a',
            at: '2026-11-28T10:20:00.000Z',
            value: 99.95,
            unit: '%',
          },
        ],
      },
    ]);
    expect(headers?.authorization).toBeUndefined();
  });

  it('counts events once in a turn, or at the time that the answer says', async () => {
    answer = json({ ok: 9, all: 10, asOf: '2026-11-28T09:59:00Z' });
    const ratio = { good: '/ok', total: '/all' };
    const kind = { kpi: { kind: 'ratio' as const } };
    const [turn] = await collect(ratio, kind);
    expect(turn.samples).toMatchObject([
      { good: 9, total: 10, at: '2026-11-28T10:00:00.000Z' },
    ]);
    const [own] = await collect({ ...ratio, at: '/asOf' }, kind);
    expect(own.samples).toMatchObject([{ at: '2026-11-28T09:59:00Z' }]);
  });

  it('sends the headers of a server only to that server', async () => {
    answer = json({ a: 1 });
    const ask = async (path: string) => {
      const url = new URL(path, server.url).href;
      const [{ fault }] = await collect({
        url,
        instance: 'status',
        value: '/a',
      });
      return fault?.message;
    };
    expect(await ask('/api/x')).toBeUndefined();
    expect(headers?.authorization).toBe('Bearer s3cret');
    headers = undefined;
    expect(await ask('/other')).toContain('not one of the server "status"');
    expect(await ask('/api/../other')).toContain('not one of the server');
    expect(await ask('http://127.0.0.1:1/api/x')).toContain('not one of');
    expect(headers).toBeUndefined();
    const [{ fault }] = await collect({ instance: 'gone', value: '/a' });
    expect(fault?.message).toContain('has no server "gone"');
  });

  it('reaches into the own network only where the configuration lets it', async () => {
    answer = json({ a: 1 });
    const [refused] = await collect({ value: '/a' }, {}, false);
    expect(refused.fault?.message).toContain('http.allowedHosts');
    expect(headers).toBeUndefined();
    const named = { value: '/a', instance: 'status' };
    const [{ samples }] = await collect(named, {}, false);
    expect(samples).toHaveLength(1);
  });

  it('takes null for nothing measured', async () => {
    answer = json({ a: null });
    expect(await collect({ value: '/a' })).toEqual([{ kpi: 'k0' }]);
  });

  it.each([
    ['no JSON', json('<html>'), 'lasting', 'is no JSON'],
    ['no number', json({ a: 'high' }), 'lasting', 'no number at /a'],
    ['nothing there', json({}), 'lasting', 'no number at /a'],
    ['not found', json({}, 404), 'lasting', 'answers 404'],
    ['trouble', json({}, 500), 'passing', 'answers 500'],
    [
      'a cut line',
      (response: ServerResponse) => response.destroy(),
      'passing',
      'broke the connection off',
    ],
  ])('says what to do about %s', async (_, answered, kind, message) => {
    answer = answered;
    expect(await collect({ value: '/a' })).toMatchObject([
      { fault: { kind, message: expect.stringContaining(message) } },
    ]);
  });

  it('refuses more than a sensible answer', async () => {
    const chunk = Buffer.alloc(1_000_000, ' ');
    answer = response => {
      const write = () => {
        while (response.write(chunk));
      };
      response.on('drain', write);
      write();
    };
    const [{ fault }] = await collect({ value: '/a' });
    expect(fault?.message).toContain('more than 10 MiB');
  });

  it('wants one group, and a time where it is said to be', async () => {
    answer = json({ a: 1, at: 'today' });
    const [two] = await collect({ value: '/a' }, { entities: ['a', 'b'] });
    expect(two.fault?.message).toContain('2 groups have the KPI');
    const [{ fault }] = await collect({ value: '/a', at: '/at' });
    expect(fault?.message).toContain('There is no time');
  });
});

describe('readPointer', () => {
  it('finds what stands at any place', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string(), { maxLength: 5 }),
        fc.integer(),
        (path, value) => {
          const document = path.reduceRight<unknown>(
            (inner, name) => Object.fromEntries([[name, inner]]),
            value,
          );
          const pointer = path
            .map(name => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`)
            .join('');
          expect(readPointer(document, pointer)).toBe(value);
        },
      ),
    );
  });

  it('finds nothing that an object only inherits', () => {
    expect(readPointer({}, '/constructor/name')).toBeUndefined();
  });
});
