import fc from 'fast-check';
import { dayFrom } from './day';
import {
  type EventCount,
  budgetLeft,
  burnDown,
  burnPairs,
  burnRates,
  burnSeconds,
} from './errorBudget';

const [fiveMinutes, halfHour, hour, sixHours, threeDays] = burnSeconds;

const eventsOf = (bad: Record<number, number>) =>
  new Map(
    burnSeconds.map(seconds => [
      seconds,
      { bad: bad[seconds] ?? 0, total: 100_000 },
    ]),
  );

describe('budgetLeft', () => {
  it.each([
    [{ bad: 0, total: 1_000 }, 0.001, 1],
    [{ bad: 1, total: 2_000 }, 0.001, 0.5],
    [{ bad: 10, total: 1e12 }, 1e-11, 0],
    [{ bad: 5, total: 1_000 }, 0.001, -4],
  ])('of %j with %d allowed is %d', (events, allowed, left) => {
    expect(budgetLeft(events, allowed)).toBeCloseTo(left, 12);
  });

  it('is nothing without events, or where none may be bad', () => {
    expect(budgetLeft({ bad: 0, total: 0 }, 0.001)).toBeUndefined();
    expect(budgetLeft({ bad: 1, total: 10 }, 0)).toBeUndefined();
  });
});

describe('burnRates', () => {
  const facts = { allowed: 0.001, cadenceSeconds: 60 };
  const burning = (bad: Record<number, number>) =>
    burnRates({ ...facts, events: eventsOf(bad) })
      .filter(each => each.burning)
      .map(({ pair }) => pair);

  it('knows the three pairs of the SRE workbook', () => {
    expect(
      burnPairs.map(({ pair, long, short, threshold }) => [
        pair,
        long / short,
        threshold,
      ]),
    ).toEqual([
      ['1h/5m', 12, 14.4],
      ['6h/30m', 12, 6],
      ['3d/6h', 12, 1],
    ]);
    expect(burnSeconds).toEqual([300, 1_800, 3_600, 21_600, 259_200]);
  });

  it('are 1 when as much is bad as the target allows', () => {
    const all = Object.fromEntries(burnSeconds.map(each => [each, 100]));
    for (const rate of burnRates({ ...facts, events: eventsOf(all) })) {
      expect(rate.long).toBeCloseTo(1, 12);
      expect(rate.short).toBeCloseTo(1, 12);
      expect(rate).not.toHaveProperty('hidden');
    }
  });

  it('burn only when both windows are beyond the threshold', () => {
    expect(burning({})).toEqual([]);
    expect(burning({ [hour]: 1_500 })).toEqual([]);
    expect(burning({ [fiveMinutes]: 1_500 })).toEqual([]);
    expect(burning({ [hour]: 1_500, [fiveMinutes]: 1_500 })).toEqual(['1h/5m']);
    expect(burning({ [hour]: 1_400, [fiveMinutes]: 1_400 })).toEqual([]);
    expect(burning({ [sixHours]: 700, [halfHour]: 700 })).toEqual(['6h/30m']);
    expect(burning({ [threeDays]: 110, [sixHours]: 110 })).toEqual(['3d/6h']);
  });

  it.each([
    [300, []],
    [301, ['1h/5m']],
    [1_800, ['1h/5m']],
    [3_600, ['1h/5m', '6h/30m']],
    [21_600, ['1h/5m', '6h/30m']],
    [86_400, ['1h/5m', '6h/30m', '3d/6h']],
  ])('with a sample every %d s hide %j', (cadenceSeconds, hidden) => {
    const all = Object.fromEntries(burnSeconds.map(each => [each, 50_000]));
    const rates = burnRates({
      allowed: 0.001,
      cadenceSeconds,
      events: eventsOf(all),
    });
    expect(rates.filter(each => each.hidden).map(({ pair }) => pair)).toEqual(
      hidden,
    );
    for (const rate of rates.filter(each => each.hidden)) {
      expect(rate).toEqual({
        pair: rate.pair,
        threshold: rate.threshold,
        burning: false,
        hidden: expect.stringContaining('which is too seldom for a window of'),
      });
    }
  });

  it('say why there is no rate', () => {
    const [coarse] = burnRates({
      events: eventsOf({}),
      allowed: 0.001,
      cadenceSeconds: 3_600,
    });
    expect(coarse.hidden).toBe(
      'Samples come every 1 h, which is too seldom for a window of 5 min.',
    );
    const events = new Map([[hour, { bad: 1, total: 10 }]]);
    const [silent, longer] = burnRates({ ...facts, events });
    expect(silent.hidden).toBe('No events in the last 5 min.');
    expect(longer.hidden).toBe('No events in the last 6 h.');
    const [none] = burnRates({ ...facts, allowed: 0, events: eventsOf({}) });
    expect(none.hidden).toBe(
      'The target allows no bad events: there is no budget.',
    );
  });
});

describe('burnDown', () => {
  const from = dayFrom('2026-11-01');

  it('begins with the first event and shares the budget of the whole window', () => {
    const byDay = new Map([
      [from + 1, { bad: 0, total: 1_000 }],
      [from + 2, { bad: 1, total: 1_000 }],
      [from + 4, { bad: 2, total: 2_000 }],
    ]);
    const points = burnDown(byDay, { from, to: from + 4, allowed: 0.001 });
    expect(points).toEqual([
      { day: '2026-11-01', left: null },
      { day: '2026-11-02', left: 1 },
      { day: '2026-11-03', left: 0.75 },
      { day: '2026-11-04', left: 0.75 },
      { day: '2026-11-05', left: 0.25 },
    ]);
  });

  it('never rises, and ends at what is left', () => {
    const counts = fc.array(
      fc
        .record({ bad: fc.nat({ max: 100 }), more: fc.nat({ max: 10_000 }) })
        .map(({ bad, more }): EventCount => ({ bad, total: bad + more })),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(
        counts,
        fc.double({ min: 1e-11, max: 1, noNaN: true }),
        (days, allowed) => {
          const byDay = new Map(days.map((each, i) => [from + i, each]));
          const to = from + days.length - 1;
          const lefts = burnDown(byDay, { from, to, allowed }).map(
            ({ left }) => left,
          );
          const known = lefts.filter(left => left !== null);
          expect(known).toEqual([...known].sort((a, b) => b - a));
          const all = days.reduce((a, b) => ({
            bad: a.bad + b.bad,
            total: a.total + b.total,
          }));
          expect(lefts.at(-1)).toBe(budgetLeft(all, allowed) ?? null);
        },
      ),
    );
  });
});
