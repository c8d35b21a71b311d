import fc from 'fast-check';
import { compile, file, problemsOf } from '../__testUtils__/kpiFiles';

const gauge = { kind: 'gauge', unit: 'ms', target: `'< 5 ms'` };

describe('what is wrong with a KPI', () => {
  it('is said with the place of the other when an id stands twice', () => {
    expect(problemsOf(file({}), file({}))).toEqual([
      'kpis-2.yaml:3:9 error the KPI "b-1-api-uptime" is there already, at kpis-1.yaml:3 — give one of the two another id',
    ]);
  });

  it('leaves no KPI', () => {
    expect(compile(file({}), file({ owner: 'x' })).kpis).toEqual([]);
    expect(compile(file({}), 'kpis: 7').kpis).toEqual([]);
  });

  it.each<[Record<string, string | undefined>, string]>([
    [
      { owner: 'squad-b-11' },
      '6:12 error b-1-api-uptime: there is no group "squad-b-11" — write squad-b-1',
    ],
    [
      { target: `'>= 99,95%'` },
      '9:13 error b-1-api-uptime: ">= 99,95%" is no target: at character 6 "," is not understood — write >= 99.95%',
    ],
    [
      { target: `'< 30 min'` },
      'b-1-api-uptime: "< 30 min" is about no share of events, which a ratio is — write a percentage',
    ],
    [
      { target: `'>= 300%'` },
      '">= 300%" is about no share of events, which a ratio is',
    ],
    [
      { ...gauge, target: `'< 5 ms for 90%'` },
      'asks for a share of events, and a gauge has none — write kind: ratio',
    ],
    [
      { ...gauge, target: `'< 5 versions'` },
      '"< 5 versions" does not fit the unit "ms" — write the target in it, or unit: \'versions\'',
    ],
    [
      { kind: 'gauge', target: '= 3' },
      '"= 3" does not say whether more or less is better',
    ],
    [
      { ...gauge, direction: 'up' },
      'asks for less, and its direction is up — write direction: down',
    ],
    [
      { target: undefined },
      'without a target it must be said which way is better — add direction',
    ],
    [
      {
        target: undefined,
        targets: `[{ target: '>= 9%', to: '2026-01-01' }, { target: '< 9%', from: '2026-01-02' }]`,
      },
      'one of its targets asks for more and another for less — make two KPIs',
    ],
    [
      { warn: `'>= 99.9%'` },
      '13:11 error b-1-api-uptime: with ">= 99.9%" nothing is at risk before it misses ">= 99.95%" — write a warning that asks for more',
    ],
    [{ ...gauge, warn: `'< 6 ms'` }, 'a warning that asks for less'],
    [{ ...gauge, warn: `'> 4 ms'` }, 'a warning that asks for less'],
    [
      { target: undefined, direction: 'up', warn: `'>= 1%'` },
      '"warn" stands without a target',
    ],
    [{ targets: `[{ target: '>= 9%' }]` }, 'it has "target" and "targets"'],
    [
      {
        target: undefined,
        targets: `[{ target: '>= 9%' }, { target: '>= 8%', from: '2026-01-02' }]`,
      },
      'on 2026-01-02 the target at kpis-1.yaml:12 is in force as well — end the earlier one',
    ],
    [
      {
        target: undefined,
        targets: `[{ target: '>= 9%', from: '2026-02-01', to: '2026-01-31' }]`,
      },
      'ends on 2026-01-31, before it begins on 2026-02-01 — swap',
    ],
    [
      { every: 'often' },
      '"every" cannot be "often" — write a number and a unit',
    ],
    [{ every: '0 min' }, '"every" cannot be "0 min"'],
    [{ window: '36 h' }, 'whole days, and 36 h is not — write 2 d'],
    [
      { every: '7 d', window: '1 d' },
      'between two samples lie 7 d, longer than its window of 1 d',
    ],
    [
      { every: '60 d', errorBudget: '30 d' },
      'longer than its error budget of 30 d',
    ],
    [
      { freshFor: '90 s' },
      'warning b-1-api-uptime: a sample counts as new for twice 1 min at least, longer than 90 s',
    ],
    [
      { ...gauge, errorBudget: '30 d' },
      'only a ratio with a target has an error budget',
    ],
    [
      { target: '= 100%', errorBudget: '30 d' },
      'a target that bears no failure leaves no error budget',
    ],
    [{ unit: 'mintues' }, 'there is no unit "mintues"'],
    [{ unit: 'ms' }, 'a ratio is not told in "ms" — write %'],
    [
      { kind: 'duration', unit: 'versions', target: `'< 2 versions'` },
      'a duration is not told in "versions" — write a unit of time',
    ],
    [
      { ...gauge, aggregation: 'ratio' },
      'a gauge is not aggregated by ratio — write mean',
    ],
    [{ aggregation: 'mean' }, 'a ratio is not aggregated by mean'],
    [{ runbook: 'wiki' }, 'write a path of the portal such as /docs/default'],
    [{ onNoData: undefined }, '"onNoData" is missing'],
    [{ kategory: 'x' }, 'unknown field "kategory" — write "category"'],
    [
      { source: '{ promethius: { value: up } }' },
      'its source is none of those that there are — write prometheus',
    ],
    [
      { source: '{ catalog: coverage, scaffolder: duration }' },
      'it has two sources, "catalog" and "scaffolder"',
    ],
    [
      { source: '{ prometheus: { value: up } }' },
      'a ratio is not made of value — write good and total, or bad and total',
    ],
    [
      { source: '{ plugin: incidents }' },
      'which measure of incidents is not said — add it',
    ],
    [
      { source: '{ catalog: coverage, severity: 1 }' },
      '"severity" says nothing about catalog — take it out',
    ],
    [
      { source: '{ plugin: incidents, measure: mttd, severity: [1] }' },
      '"severity" says nothing about plugin — write one word',
    ],
    [
      { appliesTo: '{ each: squad }' },
      '"appliesTo" does not say one thing — write owner',
    ],
    [
      { appliesTo: '{ groups: [squad-b-11] }' },
      'there is no group "squad-b-11"',
    ],
  ])('is said of %j', (lines, expected) => {
    expect(problemsOf(file(lines)).join('\n')).toContain(expected);
  });

  it('is that it comes from nowhere', () => {
    expect(problemsOf(file({}).replace('document: Charter\n', ''))).toEqual([
      'kpis-1.yaml:2:9 error b-1-api-uptime: the document that it comes from is not said — add "document" to it, or at the top of the file for all',
    ]);
  });

  it('is said of the line of any target that makes no KPI', () => {
    const part = fc.constantFrom(
      ...['>=', '<', '99.9', '100', '%', ' min', ' of 5', ' for 90%', '/day'],
    );
    const text = fc.array(part, { maxLength: 4 }).map(parts => parts.join(''));
    fc.assert(
      fc.property(text, target => {
        const { kpis, problems } = compile(file({ target: `'${target}'` }));
        const lines = problems.map(({ line }) => line);
        expect(lines).toEqual(kpis.length === 1 ? [] : [9]);
      }),
    );
  });
});
