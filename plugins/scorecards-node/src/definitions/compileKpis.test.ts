import { formatProblem } from '@squadron/backend-kit';
import { compile, file } from '../__testUtils__/kpiFiles';

function kpiOf(lines: Record<string, string | undefined>) {
  const { kpis, problems } = compile(file(lines));
  if (!kpis[0]) throw new Error(problems.map(formatProblem).join('\n'));
  return kpis[0];
}

const gauge = { kind: 'gauge', unit: 'ms', target: `'< 5 ms'` };

describe('compileKpis', () => {
  it('makes a KPI whose defaults follow from its kind and its target', () => {
    expect(kpiOf({})).toEqual({
      id: 'b-1-api-uptime',
      title: 'API uptime',
      text: 'API Uptime ≥ 99.95%',
      category: 'availability',
      kind: 'ratio',
      unit: '%',
      direction: 'up',
      aggregation: 'ratio',
      cadenceSeconds: 60,
      freshSeconds: 120,
      onNoData: 'bad',
      weight: 1,
      dimensions: {},
      source: { type: 'push', text: 'pushed through the API' },
      owner: 'group:default/squad-b-1',
      appliesTo: { to: 'owner' },
      targets: [{ op: '>=', value: '99.95', unit: '%', text: '>= 99.95%' }],
      document: { title: 'Charter' },
      place: 'kpis-1.yaml:3',
    });
  });

  it.each([
    ['duration', { unit: 'min', target: `'< 30 min'` }, 'mean', 'down'],
    ['count', { unit: 'articles', target: `'>= 4 articles'` }, 'sum', 'up'],
    ['gauge', { unit: 'ms', target: `'< 5 ms'` }, 'mean', 'down'],
    ['level', { unit: 'of 5', target: `'>= 3 of 5'` }, 'min', 'up'],
  ])('aggregates a %s as is usual', (kind, rest, aggregation, direction) => {
    expect(kpiOf({ kind, ...rest })).toMatchObject({ aggregation, direction });
  });

  it('takes what the file says over what is usual', () => {
    expect(
      kpiOf({
        ...gauge,
        aggregation: 'max',
        window: '7 d',
        every: '1 h',
        freshFor: '1 d',
        weight: '2',
        dimensions: '{ percentile: p95 }',
        document: 'Another',
        section: '1B',
        runbook: '/docs/default/system/squad-b-1/',
        appliesTo: '{ groups: [squad-b-1, squad-b-2] }',
      }),
    ).toMatchObject({
      aggregation: 'max',
      windowDays: 7,
      cadenceSeconds: 3_600,
      freshSeconds: 86_400,
      weight: 2,
      dimensions: { percentile: 'p95' },
      document: { title: 'Another', section: '1B' },
      runbook: '/docs/default/system/squad-b-1/',
      appliesTo: {
        to: 'groups',
        groups: ['group:default/squad-b-1', 'group:default/squad-b-2'],
      },
    });
  });

  it('tells what is asked for per quarter of a quarter', () => {
    expect(kpiOf({ target: `'< 2%/quarter'`, every: '1 d' }).windowDays).toBe(
      90,
    );
    const deploys = {
      kind: 'count',
      unit: 'deploys/day',
      target: `'>= 20 deploys/day'`,
      every: '1 h',
    };
    expect(kpiOf(deploys).windowDays).toBe(1);
    expect(kpiOf({ ...deploys, window: '30 d' }).windowDays).toBe(30);
  });

  it('only tracks what has no target', () => {
    const tracked = { ...gauge, target: undefined, direction: 'down' };
    expect(kpiOf(tracked)).toMatchObject({ targets: [], direction: 'down' });
  });

  it('keeps targets with their days and warnings', () => {
    const targets = `[{ target: '>= 99%', to: '2026-12-31' }, { target: '>= 99.5%', warn: '>= 99.7%', from: '2027-01-01' }]`;
    expect(kpiOf({ target: undefined, targets }).targets).toMatchObject([
      { text: '>= 99%', to: '2026-12-31' },
      {
        text: '>= 99.5%',
        from: '2027-01-01',
        warn: { op: '>=', value: '99.7', unit: '%' },
      },
    ]);
  });

  it.each([
    ['push', { type: 'push' }],
    [
      '{ prometheus: { good: a, total: b, range: 5m } }',
      { type: 'prometheus', good: 'a', total: 'b', range: '5m' },
    ],
    [
      `{ http: { url: 'https://x.example/a', bad: /b, total: /t } }`,
      { type: 'http', url: 'https://x.example/a', bad: '/b', total: '/t' },
    ],
    ['{ catalog: coverage }', { type: 'catalog', measure: 'coverage' }],
    [
      '{ scaffolder: success-rate }',
      { type: 'scaffolder', measure: 'success-rate' },
    ],
    [
      '{ plugin: incidents, measure: mttd, severity: 1 }',
      {
        type: 'plugin',
        plugin: 'incidents',
        measure: 'mttd',
        dimensions: { severity: '1' },
        text: 'measure mttd (severity 1) of incidents',
      },
    ],
    ['{ collector: weather, city: Rome }', { type: 'weather', city: 'Rome' }],
  ])('reads the source %s', (source, expected) => {
    expect(kpiOf({ source }).source).toMatchObject(expected);
  });

  it.each([
    ['{ each: squad, below: company }', 'each'],
    ['{ components: company }', 'components'],
  ])('reads to whom it applies: %s', (appliesTo, to) => {
    expect(kpiOf({ appliesTo }).appliesTo).toMatchObject({
      to,
      below: 'group:default/company',
    });
  });
});
