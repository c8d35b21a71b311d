import fc from 'fast-check';
import {
  type EndedTask,
  figuresOf,
  measuredOf,
  median,
  successOf,
  timeOf,
} from './figures';

const task = (change: Partial<EndedTask> = {}): EndedTask => ({
  template: 'template:default/node-service',
  owner: 'group:default/squad-b-1',
  endedAt: new Date('2026-11-28T12:00:00Z'),
  seconds: 10,
  isGood: true,
  ...change,
});
const failed = { isGood: false, seconds: 1 };
const tasks = fc.array(
  fc.record({
    template: fc.constantFrom('template:default/a', 'template:default/b'),
    owner: fc.constantFrom('a', 'b', undefined),
    endedAt: fc.date({
      min: new Date('2026-11-01T00:00:00Z'),
      max: new Date('2026-11-04T00:00:00Z'),
      noInvalidDate: true,
    }),
    seconds: fc.nat(1_000),
    isGood: fc.boolean(),
  }),
);

describe('the median', () => {
  it('has as many above as below, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), values => {
        const middle = median(values)!;
        const below = values.filter(value => value < middle).length;
        const above = values.filter(value => value > middle).length;
        expect(Math.max(below, above) * 2).toBeLessThanOrEqual(values.length);
        expect(median([...values].reverse())).toBe(middle);
      }),
    );
  });

  it.each([
    [[], undefined],
    [[3], 3],
    [[10, 2], 6],
    [[10, 2, 9], 9],
  ])('of %j is %s', (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});

describe('figures of templates', () => {
  it('measure the time of what went well, and the share of it', () => {
    const other = 'template:default/docs-site';
    expect(
      figuresOf([
        task({ seconds: 30 }),
        task(failed),
        task(),
        task({ ...failed, template: other }),
      ]),
    ).toEqual([
      {
        template: other,
        runs: 1,
        medianSeconds: undefined,
        successRate: 0,
      },
      {
        template: 'template:default/node-service',
        runs: 3,
        medianSeconds: 20,
        successRate: 2 / 3,
      },
    ]);
  });

  it('say nothing where nothing ended', () => {
    expect(figuresOf([])).toEqual([]);
  });

  it('count every task once', () => {
    fc.assert(
      fc.property(tasks, all => {
        const runs = figuresOf(all).reduce((sum, each) => sum + each.runs, 0);
        expect(runs).toBe(all.length);
      }),
    );
  });
});

describe('measures of golden paths', () => {
  const late = new Date('2026-11-27T23:59:59Z');

  it('are of the day of UTC on which a task ended', () => {
    const all = [task(), task(failed), task({ endedAt: late, seconds: 5 })];
    const ofOwner = ({ owner }: EndedTask) => owner;
    const [group, day] = ['group:default/squad-b-1', '2026-11-28'];
    expect(measuredOf(all, timeOf, ofOwner)).toEqual([
      { group, day, sum: 10, count: 1 },
      { group, day: '2026-11-27', sum: 5, count: 1 },
    ]);
    expect(measuredOf(all, successOf, ofOwner)).toEqual([
      { group, day, numerator: 1, denominator: 2 },
      { group, day: '2026-11-27', numerator: 1, denominator: 1 },
    ]);
  });

  it('have no time where nothing went well', () => {
    expect(measuredOf([task(failed)], timeOf, () => 'a')).toEqual([]);
  });

  it('add up to all tasks that are somebody’s', () => {
    fc.assert(
      fc.property(tasks, all => {
        const rows = measuredOf(all, successOf, ({ owner }) => owner);
        const total = rows.reduce((sum, row) => sum + row.denominator!, 0);
        expect(total).toBe(all.filter(({ owner }) => owner).length);
        const places = rows.map(({ group, day }) => `${group} ${day}`);
        expect(new Set(places).size).toBe(rows.length);
      }),
    );
  });
});
