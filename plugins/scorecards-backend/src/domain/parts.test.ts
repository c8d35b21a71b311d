import type { Parts } from '@squadron/plugin-scorecards-common';
import fc from 'fast-check';
import { kpi, ratio } from '../__testUtils__/kpi';
import {
  combine,
  combineAll,
  emptyParts,
  isFault,
  toParts,
  valueOf,
} from './parts';

const duration = kpi('k', {
  kind: 'duration',
  unit: 'min',
  direction: 'down',
});
const count = kpi('k', {
  kind: 'count',
  unit: 'deploys/day',
  aggregation: 'sum',
  windowDays: 7,
});

/** Whole numbers, of which sums are exact in every order. */
const parts = fc
  .record({
    sum: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    count: fc.integer({ min: 0, max: 1_000 }),
    min: fc.integer(),
    max: fc.integer(),
  })
  .map((each): Parts => (each.count === 0 ? emptyParts : each));

describe('combine', () => {
  it('comes to the same in every grouping and order', () => {
    fc.assert(
      fc.property(parts, parts, parts, (a, b, c) => {
        expect(combine(combine(a, b), c)).toEqual(combine(a, combine(b, c)));
        expect(combine(a, b)).toEqual(combine(b, a));
        expect(combineAll([c, a, b])).toEqual(combine(a, combine(b, c)));
      }),
    );
  });

  it('is left alone by what is empty', () => {
    fc.assert(
      fc.property(parts, each => {
        expect(combine(each, emptyParts)).toEqual(each);
        expect(combine(emptyParts, each)).toEqual(each);
      }),
    );
  });

  it('takes no extremes from a sample without events', () => {
    const none = { sum: 0, count: 0, min: -5, max: 500 };
    const some = { sum: 30, count: 2, min: 10, max: 20 };
    expect(combineAll([none, some, none])).toEqual(some);
    expect(combine(none, none)).toEqual(emptyParts);
  });
});

describe('toParts', () => {
  it.each([
    [ratio('k'), { good: 999, total: 1_000 }, [1, 1_000, 0.001, 0.001]],
    [ratio('k'), { bad: 1, total: 1_000 }, [1, 1_000, 0.001, 0.001]],
    [ratio('k'), { bad: 0, total: 0 }, [0, 0, 0, 0]],
    [ratio('k'), { good: 0.5, total: 2 }, [1.5, 2, 0.75, 0.75]],
    [duration, { sum: 90, count: 3 }, [5_400, 3, 1_800, 1_800]],
    [duration, { sum: 2, count: 4, unit: 'h' }, [7_200, 4, 1_800, 1_800]],
    [duration, { value: 45, unit: 'sec' }, [45, 1, 45, 45]],
    [duration, { sum: 0, count: 0 }, [0, 0, 0, 0]],
    [count, { value: 12 }, [12, 1, 12, 12]],
    [count, { value: 12, unit: 'deploys' }, [12, 1, 12, 12]],
    [count, { value: 0 }, [0, 1, 0, 0]],
    [kpi('k', { unit: '%' }), { value: 4.2 }, [0.042, 1, 0.042, 0.042]],
    [kpi('k', { unit: 'ms' }), { value: 5 }, [0.005, 1, 0.005, 0.005]],
    [kpi('k', { unit: 'of 5' }), { value: 4.7 }, [4.7, 1, 4.7, 4.7]],
    [kpi('k', { unit: '%' }), { value: -3 }, [-0.03, 1, -0.03, -0.03]],
    [kpi('k', { kind: 'level' }), { value: 3 }, [3, 1, 3, 3]],
  ] as const)('of %j reads %j', (of, sample, [sum, events, min, max]) => {
    expect(toParts(of, sample)).toEqual({ sum, count: events, min, max });
  });

  it.each([
    [ratio('k'), { value: 99.9 }, 'wrong-shape', 'send good or bad, and total'],
    [
      count,
      { value: 12, unit: 'deploys per day' },
      'wrong-unit',
      'send how many events there were',
    ],
    [ratio('k'), { good: 1 }, 'wrong-shape', 'and total'],
    [ratio('k'), { total: 1 }, 'wrong-shape', 'good or bad'],
    [ratio('k'), { good: 1, bad: 1, total: 2 }, 'wrong-shape', 'good or bad'],
    [ratio('k'), { good: 1, total: 2, count: 2 }, 'wrong-shape', 'good or bad'],
    [
      ratio('k'),
      { good: 1, total: 2, unit: '%' },
      'wrong-unit',
      'Leave unit out',
    ],
    [
      ratio('k'),
      { good: 3, total: 2 },
      'invalid',
      'good (3) from 0 up to total',
    ],
    [ratio('k'), { bad: 3, total: 2 }, 'invalid', 'bad (3) from 0 up to total'],
    [ratio('k'), { bad: -1, total: 2 }, 'invalid', 'from 0'],
    [
      ratio('k'),
      { bad: NaN, total: 2 },
      'invalid',
      'NaN and infinity are none',
    ],
    [duration, { sum: 5 }, 'wrong-shape', 'send sum and count'],
    [duration, { count: 5 }, 'wrong-shape', 'send sum and count'],
    [duration, {}, 'wrong-shape', 'send sum and count'],
    [duration, { value: 5, sum: 5, count: 1 }, 'wrong-shape', 'sum and count'],
    [duration, { value: 5, count: 1 }, 'wrong-shape', 'sum and count'],
    [duration, { value: 5, total: 1 }, 'wrong-shape', 'sum and count'],
    [duration, { value: -1 }, 'invalid', 'less than nothing'],
    [duration, { sum: 1, count: -1 }, 'invalid', 'less than nothing'],
    [duration, { sum: 5, count: 0 }, 'invalid', 'Send their count'],
    [duration, { value: 5, unit: '%' }, 'wrong-unit', 'in min, which "%"'],
    [duration, { value: 5, unit: 'parsecs, two' }, 'wrong-unit', 'Convert it'],
    [count, { value: -1 }, 'invalid', 'fewer events than none'],
    [count, { value: 1, unit: 'builds' }, 'wrong-unit', 'in deploys/day'],
    [count, { value: 1, unit: 'deploys/week' }, 'wrong-unit', 'deploys/week'],
    [count, { sum: 1, count: 1 }, 'wrong-shape', 'send value alone'],
    [kpi('k'), { good: 1, total: 1 }, 'wrong-shape', 'A gauge is one number'],
    [kpi('k'), {}, 'wrong-shape', 'send value alone'],
    [kpi('k'), { value: Infinity }, 'invalid', 'infinity'],
    [kpi('k'), { value: 1, unit: 'min' }, 'wrong-unit', 'a plain number'],
    [kpi('k', { unit: 'w' }), { value: 1e308 }, 'invalid', 'too large in w'],
  ] as const)('of %j refuses %j as %s', (of, sample, code, message) => {
    expect(toParts(of, sample)).toEqual({
      code,
      message: expect.stringContaining(message),
    });
  });

  it('keeps every sample of a ratio within its events', () => {
    const events = fc.integer({ min: 0, max: 1_000_000_000_000 });
    fc.assert(
      fc.property(events, events, (good, more) => {
        const read = toParts(ratio('k'), { good, total: good + more });
        expect(isFault(read)).toBe(false);
        expect(read).toMatchObject({ sum: more, count: good + more });
      }),
    );
  });

  it('reads a time the same in every unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), minutes => {
        const read = toParts(duration, { value: minutes });
        const same = { value: minutes * 60_000, unit: 'ms' };
        expect(toParts(duration, same)).toEqual(read);
      }),
    );
  });
});

describe('valueOf', () => {
  const some = { sum: 30, count: 4, min: 2, max: 16 };

  it.each([
    [ratio('k'), { badShare: 7.5, value: -6.5 }],
    [ratio('k', { direction: 'down' }), { badShare: 7.5, value: 7.5 }],
    [kpi('k', { aggregation: 'mean' }), { value: 7.5 }],
    [kpi('k', { aggregation: 'min' }), { value: 2 }],
    [kpi('k', { aggregation: 'max' }), { value: 16 }],
    [kpi('k', { aggregation: 'sum' }), { value: 30 }],
  ])('of %j is %j', (of, value) => {
    expect(valueOf(of, some)).toEqual(value);
  });

  it('is nothing without events, whatever the aggregation', () => {
    for (const aggregation of ['ratio', 'mean', 'sum', 'min', 'max'] as const) {
      expect(valueOf(kpi('k', { aggregation }), emptyParts)).toEqual({});
    }
  });

  it('tells what is counted in a window per period of the unit', () => {
    const week = { sum: 140, count: 7, min: 0, max: 50 };
    expect(valueOf(count, week)).toEqual({ value: 20 });
    expect(valueOf({ ...count, windowDays: undefined }, week)).toEqual({
      value: 140,
    });
  });

  it('leaves a gauge alone that is a rate already', () => {
    const rate = kpi('k', {
      unit: 'deploys/day',
      aggregation: 'sum',
      windowDays: 7,
    });
    expect(valueOf(rate, some)).toEqual({ value: 30 });
  });
});
