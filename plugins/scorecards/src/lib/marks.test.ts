import type { Health } from '@squadron/plugin-scorecards-common';
import fc from 'fast-check';
import { healthMark, markOf, percent, points } from './marks';

const health = (counts: Partial<Health>): Health => ({
  met: 0,
  atRisk: 0,
  missed: 0,
  tracked: 0,
  stale: 0,
  error: 0,
  noData: 0,
  waived: 0,
  ...counts,
});

describe('marks', () => {
  it('show a waiver before what it waives', () => {
    expect(
      markOf({ status: 'missed', waivedUntil: '2026-12-25T00:00:00.000Z' }),
    ).toEqual({
      status: 'waived',
      words: 'waived until 2026-12-24',
    });
    expect(markOf({ status: 'missed' }).status).toBe('missed');
  });

  it.each([
    [{ met: 5, missed: 2, atRisk: 1 }, 'missed', '2 of 8 missed'],
    [{ met: 5, atRisk: 1 }, 'at-risk', '1 of 6 at risk'],
    [{ met: 5, noData: 2 }, 'met', '5 of 7 met'],
    [{ stale: 2 }, 'stale', '2 of 2 stale'],
    [{ error: 1 }, 'no-data', '1 of 1: the collector failed'],
    [{ noData: 3 }, 'no-data', '3 of 3 never measured'],
    [{ tracked: 3 }, 'no-data', '3 without a target'],
    [{}, 'no-data', 'nothing to measure'],
  ])('say the most urgent of %j', (counts, status, words) => {
    expect(healthMark(health(counts))).toEqual({ status, words });
  });

  it('never call met what misses something', () => {
    fc.assert(
      fc.property(
        fc.nat(50),
        fc.integer({ min: 1, max: 50 }),
        (met, missed) => {
          expect(healthMark(health({ met, missed })).status).toBe('missed');
        },
      ),
    );
  });
});

describe('shares in words', () => {
  it('round, and keep 100 % for all of it', () => {
    expect(percent(0.9649)).toBe('96 %');
    expect(percent(0.9999)).toBe('99 %');
    expect(percent(1)).toBe('100 %');
    expect(percent(undefined)).toBe('–');
  });

  it('tell a change in points', () => {
    expect(points(0.012)).toBe('+1.2 pt');
    expect(points(-0.1)).toBe('−10.0 pt');
    expect(points(0.0001)).toBe('±0 pt');
    expect(points(undefined)).toBeUndefined();
  });
});
