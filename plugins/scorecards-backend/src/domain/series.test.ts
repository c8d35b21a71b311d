import type { Parts } from '@squadron/plugin-scorecards-common';
import { kpi, ratio, target } from '../__testUtils__/kpi';
import { dayFrom } from './day';
import { SeriesDay, judgeDays, toPoints } from './series';

const monday = dayFrom('2026-11-23');
const one = (value: number): Parts => ({
  sum: value,
  count: 1,
  min: value,
  max: value,
});
const day = (at: number, value: number): SeriesDay => ({
  day: monday + at,
  parts: one(value),
  value,
  verdict: 'met',
  target: 50,
});
const targets = [target('>= 50')];
const week = { from: monday, to: monday + 6 };

describe('judgeDays', () => {
  it('takes the days before together that make the value', () => {
    const uptime = ratio('uptime', {
      windowDays: 3,
      targets: [target('>= 90%')],
    });
    const parts = new Map([
      [monday - 2, { sum: 20, count: 100, min: 0.2, max: 0.2 }],
      [monday, { sum: 0, count: 300, min: 0, max: 0 }],
    ]);
    const found = judgeDays(uptime, parts, week);
    expect(found.map(each => [each.day - monday, each.value])).toEqual([
      // 20 of 400, not the mean of 80 % and 100 %.
      [0, 0.95],
      [1, 1],
      [2, 1],
    ]);
    expect(found[0]).toMatchObject({ verdict: 'met', target: 0.9 });
  });

  it('leaves out days without events', () => {
    expect(judgeDays(kpi('k'), new Map(), week)).toEqual([]);
  });
});

describe('toPoints', () => {
  it('has a point for every day, with the target where there is no value', () => {
    const points = toPoints(kpi('k', { targets }), [day(1, 60)], {
      from: monday,
      to: monday + 1,
      step: 'day',
    });
    expect(points).toEqual([
      { day: '2026-11-23', value: null, verdict: 'none', target: 50 },
      { day: '2026-11-24', value: 60, verdict: 'met', target: 50 },
    ]);
  });

  it.each([
    ['mean', {}, 30],
    ['max', { aggregation: 'max' as const }, 50],
    ['mean of the days of a sum', { aggregation: 'sum' as const }, 30],
    ['last day of a window', { windowDays: 7 }, 50],
  ])('makes a week of the %s', (_, fields, value) => {
    const days = [day(0, 10), day(2, 30), day(6, 50)];
    const definition = kpi('k', { targets, ...fields });
    const points = toPoints(definition, days, { ...week, step: 'week' });
    expect(points).toMatchObject([{ day: '2026-11-23', value }]);
  });

  it('begins weeks on Monday and months on the first', () => {
    const span = { from: monday + 3, to: monday + 10 };
    const starts = (step: 'week' | 'month') =>
      toPoints(kpi('k'), [], { ...span, step }).map(point => point.day);
    expect(starts('week')).toEqual(['2026-11-23', '2026-11-30']);
    expect(starts('month')).toEqual(['2026-11-01', '2026-12-01']);
  });
});
