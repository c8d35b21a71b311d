import type { IncomingMessage, ServerResponse } from 'node:http';
import { mockServices } from '@backstage/backend-test-utils';
import type { Measure, MeasureRow } from '@squadron/contract';
import { OrgTree } from '@squadron/plugin-org-model-common';
import { AskedKpi, collectAll } from '../../__testUtils__/collect';
import { startHttpServer } from '../../__testUtils__/httpServer';
import { group } from '../../__testUtils__/records';
import { MeasuresCollector } from './MeasuresCollector';

const tree = new OrgTree({
  at: '2026-11-28T00:00:00Z',
  groups: [
    group('company'),
    group('a', { parent: 'company' }),
    group('unit', { parent: 'a' }),
    group('b', { parent: 'company' }),
  ],
  people: [],
});
const row = (name: string, day: string, numbers: Partial<MeasureRow>) => ({
  group: `group:default/${name}`,
  day: `2026-11-${day}`,
  ...numbers,
});
const measure = (name: string, kind: Measure['kind']): Measure => ({
  name,
  title: name,
  description: '',
  kind,
  unit: '',
  dimensions: {},
});
const rows: Record<string, { kind: Measure['kind']; rows: MeasureRow[] }> = {
  coverage: {
    kind: 'ratio',
    rows: [
      row('a', '28', { numerator: 1, denominator: 2 }),
      row('unit', '28', { numerator: 2, denominator: 2 }),
      row('b', '28', { numerator: 0, denominator: 5 }),
    ],
  },
  mttd: {
    kind: 'duration',
    rows: [
      row('a', '27', { sum: 60, count: 2 }),
      row('unit', '27', { sum: 30, count: 1 }),
      row('a', '28', { sum: 0, count: 0 }),
    ],
  },
  deploys: { kind: 'count', rows: [row('a', '27', { sum: 4, count: 1 })] },
  fill: {
    kind: 'gauge',
    rows: [row('a', '27', { sum: 10, count: 4 })],
  },
};

describe('the collector of plugins', () => {
  const asked: string[] = [];
  let answer:
    | ((request: IncomingMessage, response: ServerResponse) => boolean)
    | undefined;
  let server: Awaited<ReturnType<typeof startHttpServer>>;

  beforeAll(async () => {
    server = await startHttpServer((request, response) => {
      asked.push(request.url!);
      if (answer?.(request, response)) return;
      response.setHeader('content-type', 'application/json');
      const [, name] = /measures\/(\w+)/.exec(request.url!) ?? [];
      const offer = Object.entries(rows).map(([each, { kind }]) =>
        measure(each, kind),
      );
      response.end(
        JSON.stringify(name ? { rows: rows[name].rows } : { items: offer }),
      );
    });
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    answer = undefined;
    asked.length = 0;
  });

  const collect = (...kpis: AskedKpi[]) =>
    collectAll(
      new MeasuresCollector({
        auth: mockServices.auth(),
        discovery: mockServices.discovery.mock({
          getBaseUrl: async id => `${server.url}/api/${id}`,
        }),
        orgModel: { tree: async () => tree },
        schedule: { everySeconds: 300, timeoutSeconds: 60 },
      }),
      kpis,
      '2026-11-28T10:20:00Z',
    );
  const asking = (
    name: string,
    more: Partial<AskedKpi> & { dimensions?: object } = {},
  ): AskedKpi => ({
    source: { plugin: 'x', measure: name, dimensions: more.dimensions },
    ...more,
    kpi: {
      kind: rows[name]?.kind ?? 'gauge',
      cadenceSeconds: 86_400,
      ...more.kpi,
    },
  });

  it('adds up what a group and those below it did on each day', async () => {
    const results = await collect(
      asking('coverage'),
      asking('mttd', { from: '2026-11-27T08:00:00Z' }),
      asking('deploys'),
      asking('fill'),
    );
    const at = (day: number) => `2026-11-${day}T00:00:00.000Z`;
    expect(results.map(({ samples }) => samples)).toMatchObject([
      [{ at: at(28), entity: 'group:default/a', good: 3, total: 4 }],
      [{ at: at(27), sum: 90, count: 3, unit: 's' }],
      [{ at: at(27), value: 4 }],
      [{ at: at(27), value: 2.5 }],
    ]);
    expect(asked[0]).toBe('/api/x/measures');
    expect(asked[2]).toBe('/api/x/measures/mttd?from=2026-11-27&to=2026-11-28');
    expect(asked).toHaveLength(5);
  });

  it('narrows a measure, and takes the group that the source names', async () => {
    const [{ samples }] = await collect(
      asking('coverage', { dimensions: { group: 'company', severity: '1' } }),
    );
    expect(asked[1]).toContain('&group=company&severity=1');
    expect(samples).toMatchObject([{ entity: 'group:default/a', total: 9 }]);
  });

  it.each([
    [
      'the web app answers',
      (_: IncomingMessage, response: ServerResponse) => {
        response.setHeader('content-type', 'text/html').end('<html>');
        return true;
      },
    ],
    [
      'nobody knows the address',
      (_: IncomingMessage, response: ServerResponse) => {
        response
          .writeHead(404, { 'content-type': 'application/json' })
          .end('{}');
        return true;
      },
    ],
  ])('takes a plugin for absent when %s', async (_, answered) => {
    answer = answered;
    expect(await collect(asking('coverage'))).toMatchObject([
      {
        fault: {
          kind: 'absent',
          message: expect.stringContaining('The plugin x is not installed'),
        },
      },
    ]);
  });

  it.each([
    ['trouble', 500, 'passing'],
    ['no access', 403, 'lasting'],
  ])('tells %s from absence', async (_, status, kind) => {
    answer = (_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { name: 'Error', message: 'Oh' } }));
      return true;
    };
    expect(await collect(asking('coverage'))).toMatchObject([
      { fault: { kind, message: expect.stringContaining('Oh') } },
    ]);
  });

  it('answers another plugin though one fails', async () => {
    answer = ({ url }, response) => {
      if (!url?.startsWith('/api/down')) return false;
      response.destroy();
      return true;
    };
    const down = { plugin: 'down', measure: 'coverage' };
    const results = await collect({ source: down }, asking('coverage'));
    expect(results.map(({ fault }) => fault?.kind)).toEqual([
      'passing',
      undefined,
    ]);
  });

  it.each([
    [asking('speed'), 'does not measure "speed"'],
    [asking('coverage', { kpi: { kind: 'gauge' } }), 'as a ratio'],
    [asking('mttd', { kpi: { cadenceSeconds: 3_600 } }), 'write `every: 1 d`'],
    [
      asking('mttd', { entities: ['a', 'b'], dimensions: { group: 'a' } }),
      'leave group out',
    ],
  ])('says what does not fit: %#', async (kpi, message) => {
    const [{ fault }] = await collect(kpi);
    expect(fault).toEqual({
      kind: 'lasting',
      message: expect.stringContaining(message),
    });
  });
});
