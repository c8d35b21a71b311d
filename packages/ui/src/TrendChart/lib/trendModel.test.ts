import fc from 'fast-check';
import { statusOf, timeOf, trendModel } from './trendModel';
import { TrendPoint } from '../trendTypes';

const day = (date: number) => `2026-11-${String(date).padStart(2, '0')}`;
const points = (...values: Array<number | null>): TrendPoint[] =>
  values.map((value, index) => ({ at: day(index + 1), value }));
const series = (...values: Array<number | null>) => ({
  id: 'b-1',
  label: 'B-1',
  points: points(...values),
});

describe('trendModel', () => {
  it('judges each point by the target of its time', () => {
    const { rows, breaches } = trendModel({
      label: 'x',
      series: [series(3, 3, 3, 3)],
      targets: [
        { from: day(1), value: 2 },
        { from: day(3), value: 4 },
      ],
    });
    expect(rows.map(({ target }) => target)).toEqual([2, 2, 4, 4]);
    expect(breaches).toEqual([
      { from: timeOf(`${day(2)}T12:00`), to: timeOf(day(4)) },
    ]);
  });

  it('prefers the verdict that a point brings', () => {
    const own = series(1, 5);
    own.points[1].status = 'missed';
    const { breaches } = trendModel({ label: 'x', series: [own] });
    expect(breaches).toHaveLength(1);
  });

  it('breaks a line where nothing was measured, and only there', () => {
    const { rows } = trendModel({
      label: 'x',
      series: [
        series(1, null, 3),
        {
          id: 'ideal',
          label: 'ideal',
          points: [points(9)[0], { at: day(3), value: 5 }],
        },
      ],
    });
    expect(rows.map(({ values }) => values)).toEqual([
      [1, 9],
      [null, 7],
      [3, 5],
    ]);
    expect(rows[1].points[1]).toBeUndefined();
  });

  it('shades the band between a target and its warning', () => {
    const { rows } = trendModel({
      label: 'x',
      series: [series(3, 3)],
      targets: [{ from: day(1), value: 5, warn: 4 }],
    });
    expect(rows[0].band).toEqual([4, 5]);
  });

  it('cuts everything to the time that it is about', () => {
    const model = trendModel({
      label: 'x',
      series: [series(1, 2, 3)],
      from: day(2),
      to: day(2),
      annotations: [{ at: day(3), label: 'later' }],
    });
    expect(model.lasts[0]?.value).toBe(2);
    expect(model.annotations).toEqual([]);
    expect(model.time[0]).toBeLessThan(model.time[1]);
  });

  it('has rows in order, one for each time, and breaches inside', () => {
    const aPoint = fc.record({
      at: fc.integer({ min: 1, max: 28 }).map(day),
      value: fc.option(fc.integer({ min: -9, max: 9 }), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(aPoint), fc.integer(), (some, value) => {
        const { rows, time, breaches } = trendModel({
          label: 'x',
          series: [{ id: 'a', label: 'a', points: some }],
          targets: [{ from: day(5), value }],
        });
        const times = rows.map(row => row.time);
        expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
        for (const { from, to } of breaches) {
          expect(from).toBeGreaterThanOrEqual(time[0]);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThanOrEqual(time[1]);
        }
      }),
    );
  });
});

describe('statusOf', () => {
  it.each([
    [4, 5, 'higher', 'missed'],
    [4, 5, 'lower', 'met'],
    [5, 5, 'higher', 'met'],
    [null, 5, 'higher', 'no-data'],
    [4, undefined, 'higher', undefined],
  ] as const)(
    'of %s against %s, %s is better: %s',
    (value, target, better, expected) => {
      expect(statusOf({ at: day(1), value }, target, better)).toBe(expected);
    },
  );
});
