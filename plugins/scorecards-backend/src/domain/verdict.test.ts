import {
  type Kpi,
  type Parts,
  type Verdict,
  formatTarget,
} from '@squadron/plugin-scorecards-common';
import fc from 'fast-check';
import { kpi, ratio, target } from '../__testUtils__/kpi';
import { spentOf, verdictOf } from './verdict';

const ranks: Record<Verdict, number> = {
  met: 2,
  at_risk: 1,
  missed: 0,
  none: NaN,
};
const rankOf = (of: Kpi, parts: Parts) =>
  ranks[verdictOf(of, parts, 0).verdict];

const one = (value: number): Parts => ({
  sum: value,
  count: 1,
  min: value,
  max: value,
});

/** A decimal number in words. */
const decimal = (min: number, max: number) =>
  fc
    .tuple(fc.integer({ min, max }), fc.integer({ min: 0, max: 999 }))
    .map(([whole, part]) => `${whole}.${part}`.replace(/\.?0*$/, '') || '0');

describe('a better value never gets a worse verdict', () => {
  const op = fc.constantFrom('>=', '>', '<=', '<');

  it('of numbers, with or without a warning value', () => {
    const value = fc.integer({ min: -50_000, max: 50_000 }).map(n => n / 100);
    const warn = fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined });
    fc.assert(
      fc.property(
        op,
        fc.integer({ min: -400, max: 400 }),
        warn,
        value,
        value,
        (sign, limit, ahead, a, b) => {
          const isUp = sign.startsWith('>');
          const stricter =
            ahead && `${sign} ${isUp ? limit + ahead : limit - ahead}`;
          const of = kpi('k', {
            direction: isUp ? 'up' : 'down',
            targets: [
              target(`${sign} ${limit}`, stricter ? { warn: stricter } : {}),
            ],
          });
          const [worse, better] = [a, b].sort((x, y) => (isUp ? x - y : y - x));
          expect(rankOf(of, one(better))).toBeGreaterThanOrEqual(
            rankOf(of, one(worse)),
          );
        },
      ),
    );
  });

  it('of shares, whichever way they are told and however they are counted', () => {
    fc.assert(
      fc.property(
        op,
        decimal(0, 99),
        fc.boolean(),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.tuple(fc.nat(), fc.nat()),
        (sign, percent, hasBudget, count, ends) => {
          const isUp = sign.startsWith('>');
          const direction = isUp ? 'up' : 'down';
          const targets = [target(`${sign} ${percent}%`)];
          const of = ratio('k', {
            direction,
            targets,
            ...(hasBudget && { errorBudgetDays: 30 }),
          });
          const [better, worse] = ends
            .map(bad => bad % (count + 1))
            .sort((a, b) => a - b);
          const parts = (bad: number) => ({ sum: bad, count, min: 0, max: 1 });
          expect(rankOf(of, parts(better))).toBeGreaterThanOrEqual(
            rankOf(of, parts(worse)),
          );
          // The same of a share that was read off.
          const read = kpi('k', { unit: '%', direction, targets });
          const told = (bad: number) => (isUp ? 1 - bad / count : bad / count);
          expect(rankOf(read, one(told(better)))).toBeGreaterThanOrEqual(
            rankOf(read, one(told(worse))),
          );
        },
      ),
    );
  });

  it('of an exact target: it is met or it is missed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), value => {
        const of = kpi('k', { targets: [target('= 7')] });
        expect(verdictOf(of, one(value), 0).verdict).toBe(
          value === 7 ? 'met' : 'missed',
        );
      }),
    );
  });
});

describe('the best value', () => {
  it('is met and not at risk, however high the target', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('>=', '>'),
        decimal(0, 99),
        fc.boolean(),
        (sign, percent, hasBudget) => {
          const targets = [target(`${sign} ${percent}%`)];
          const best = { sum: 0, count: 1_000, min: 0, max: 0 };
          const budget = hasBudget ? { errorBudgetDays: 30 } : {};
          expect(
            verdictOf(ratio('k', { targets, ...budget }), best, 0).verdict,
          ).toBe('met');
          expect(
            verdictOf(kpi('k', { unit: '%', targets }), one(1), 0).verdict,
          ).toBe('met');
        },
      ),
    );
  });
});

describe('nines', () => {
  it('are judged exactly, to the last bad event', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 11 }),
        fc.integer({ min: 1, max: 9 }),
        (nines, times) => {
          const of = ratio('k', { targets: [target(`${nines} nines`)] });
          const count = times * 10 ** (nines + 1);
          const allowed = times * 10;
          const judged = (bad: number) =>
            verdictOf(of, { sum: bad, count, min: 0, max: 1 }, 0).verdict;
          expect(judged(allowed)).not.toBe('missed');
          expect(judged(allowed + 1)).toBe('missed');
          expect(judged(0)).toBe('met');
        },
      ),
    );
  });

  it('are spent in full at what they allow', () => {
    const durable = target('11 nines');
    expect(formatTarget(durable)).toBe('11 nines');
    expect(spentOf(durable, 1e-11)).toBe(1);
    expect(spentOf(target('= 100%'), 0.5)).toBeUndefined();
    expect(spentOf(target('< 5 min'), 0.5)).toBeUndefined();
  });
});

describe('three quarters of an error budget', () => {
  it('put a ratio at risk from exactly there on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), percent => {
        // 4 × percent of 400,000 events may be bad: percent / 1,000 % of them.
        const of = ratio('k', {
          errorBudgetDays: 30,
          direction: 'down',
          targets: [target(`<= ${percent / 1_000}%`)],
        });
        const judged = (bad: number) =>
          verdictOf(of, { sum: bad, count: 400_000, min: 0, max: 1 }, 0);
        expect(judged(3 * percent)).toMatchObject({
          verdict: 'at_risk',
          risk: 'budget',
        });
        expect(judged(3 * percent - 0.5).verdict).toBe('met');
        expect(judged(4 * percent).verdict).toBe('at_risk');
        expect(judged(4 * percent + 0.5).verdict).toBe('missed');
      }),
    );
  });
});
