import type { Verdict } from '@squadron/plugin-scorecards-common';
import fc from 'fast-check';
import {
  StartCell,
  campaignState,
  cellAsOf,
  freshDays,
  healthOfAlike,
  metByDay,
  progressOf,
} from './campaigns';
import { startOf } from './day';
import { addHealth, countCell, emptyHealth } from './scoring';

const cell: StartCell = {
  kpi: 'uptime',
  entity: 'squad',
  verdict: 'met',
  freshness: 'fresh',
  hasTarget: true,
  waived: true,
  weight: 2,
  points: 1,
};

describe('campaignState', () => {
  const running = { fromDay: 10, dueDay: 20, startedAt: 1 };
  it.each([
    [{ ...running, startedAt: undefined }, 0, 9, 'planned'],
    [{ ...running, startedAt: undefined }, 0, 10, 'planned'],
    [running, 0.99, 10, 'running'],
    [running, 0.99, 20, 'running'],
    [running, 0.99, 21, 'over'],
    [running, 1, 15, 'reached'],
    [running, 1, 21, 'reached'],
    [{ ...running, closedAt: 1 }, 1, 15, 'closed'],
  ])(
    'of %j with progress %d on day %d is %s',
    (campaign, progress, day, state) => {
      expect(campaignState(campaign, progress, day)).toBe(state);
    },
  );
});

describe('cellAsOf', () => {
  const on = (at: number, verdict: Verdict = 'met') =>
    cellAsOf(cell, 'bad', 10, { at, verdict, freshSeconds: 86_400 });

  it('is what the latest sample said while it was fresh at the end of the day', () => {
    expect(on(startOf(10))).toMatchObject({
      verdict: 'met',
      freshness: 'fresh',
      points: 1,
      waived: false,
    });
    expect(on(startOf(10) - 1)).toMatchObject({
      verdict: 'met',
      freshness: 'stale',
      points: 0,
    });
  });

  it('has no data before the first sample', () => {
    expect(cellAsOf(cell, 'ignore', 10, undefined)).toEqual({
      ...cell,
      verdict: 'none',
      freshness: 'no_data',
      points: undefined,
      waived: false,
    });
  });
});

describe('healthOfAlike', () => {
  it('is the same as counting each cell', () => {
    const state = fc.record({
      verdict: fc.constantFrom<Verdict>('met', 'at_risk', 'missed', 'none'),
      freshness: fc.constantFrom('fresh', 'stale', 'no_data', 'error'),
      hasTarget: fc.boolean(),
      waived: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(state, fc.integer({ min: 1, max: 4 }))),
        rows => {
          const alike = rows.map(([each, cells]) => {
            return { ...each, cells, points: cells, weight: 2 * cells };
          });
          const one = rows.flatMap(([each, cells]) =>
            Array.from({ length: cells }, () =>
              countCell({ ...each, points: 0.5, weight: 2 }),
            ),
          );
          expect(healthOfAlike(alike)).toEqual(
            one.reduce(addHealth, emptyHealth),
          );
        },
      ),
    );
  });
});

describe('metByDay', () => {
  it('counts the spans that hold each day', () => {
    const span = fc
      .tuple(fc.integer({ min: -20, max: 30 }), fc.integer({ min: 1, max: 9 }))
      .map(([first, days]) => ({ first, end: first + days }));
    fc.assert(
      fc.property(fc.array(span), spans => {
        const steps = spans.flatMap(({ first, end }) => [
          { day: first, change: 1 },
          { day: end, change: -1 },
        ]);
        for (const { day, met } of metByDay(steps, 0, 20)) {
          const holding = spans.filter(
            ({ first, end }) => first <= day && day < end,
          );
          expect(met).toBe(holding.length);
        }
      }),
    );
  });

  it('has one row for each day, both ends included', () => {
    expect(metByDay([], 3, 5).map(({ day }) => day)).toEqual([3, 4, 5]);
    expect(metByDay([], 3, 2)).toEqual([]);
  });
});

it.each([
  [1, 1],
  [86_400, 1],
  [86_401, 2],
  [7 * 86_400, 7],
])(
  'a verdict fresh for %d seconds counts for %d days',
  (freshSeconds, days) => {
    expect(freshDays({ freshSeconds })).toBe(days);
  },
);

it('is done when there was nothing to fix', () => {
  expect([progressOf(0, 0), progressOf(1, 4), progressOf(4, 4)]).toEqual([
    1, 0.25, 1,
  ]);
});
