import type { Kpi, Parts } from '@squadron/plugin-scorecards-common';
import { kpi, ratio, target } from '../__testUtils__/kpi';
import { judge } from './judge';
import { emptyParts } from './parts';

const at = Date.parse('2026-11-28T09:00:00Z');

const events = (bad: number, count: number): Parts => ({
  sum: bad,
  count,
  min: 0,
  max: 1,
});
const share = (text: string, fields: Partial<Kpi> = {}) =>
  ratio('k', { targets: [target(text)], ...fields });

const uptime = share('>= 99.95%', { errorBudgetDays: 30, windowDays: 30 });
const durable = share('11 nines', { errorBudgetDays: 30 });
const churn = share('< 5%', { direction: 'down' });
const fast = share('<= 2 h for 90%');

describe('judge says of a ratio', () => {
  it.each([
    [
      '99.98 % over the last 30 days meets >= 99.95%; 60 % of the error budget is left.',
      'met',
      uptime,
      events(2, 10_000),
    ],
    [
      '100 % over the last 30 days meets >= 99.95%; 100 % of the error budget is left.',
      'met',
      uptime,
      events(0, 10_000),
    ],
    [
      '99.96 % over the last 30 days meets >= 99.95%, but only 20 % of the error budget is left.',
      'at_risk',
      uptime,
      events(4, 10_000),
    ],
    [
      '99.95 % over the last 30 days meets >= 99.95%, but nothing of the error budget is left.',
      'at_risk',
      uptime,
      events(5, 10_000),
    ],
    [
      '99.88 % over the last 30 days misses >= 99.95%: 12 of 10,000 were bad, and it allows 5.',
      'missed',
      uptime,
      events(12, 10_000),
    ],
    [
      '95 % misses = 100%: 1 of 20 was bad, and it allows none.',
      'missed',
      share('= 100%'),
      events(1, 20),
    ],
    ['100 % meets = 100%.', 'met', share('= 100%'), events(0, 20)],
    ['100 % meets >= 100%.', 'met', share('>= 100%'), events(0, 20)],
    [
      '6.1 % misses < 5%: 61 of 1,000, and it allows fewer than 50.',
      'missed',
      churn,
      events(61, 1_000),
    ],
    [
      '5 % misses < 5%: 50 of 1,000, and it allows fewer than 50.',
      'missed',
      churn,
      events(50, 1_000),
    ],
    [
      '4.9 % meets < 5%, but is within 5 % of it.',
      'at_risk',
      churn,
      events(49, 1_000),
    ],
    ['2 % meets < 5%.', 'met', churn, events(20, 1_000)],
    ['40 % meets >= 30%.', 'met', share('>= 30%'), events(60, 100)],
    ['28 % misses >= 30%.', 'missed', share('>= 30%'), events(72, 100)],
    [
      '98.2 % meets >= 98%, but is close to missing it.',
      'at_risk',
      share('>= 98%'),
      events(18, 1_000),
    ],
    ['96 % meets <= 2 h for 90%.', 'met', fast, events(4, 100)],
    [
      '89 % misses <= 2 h for 90%: 11 of 100 were bad, and it allows 10.',
      'missed',
      fast,
      events(11, 100),
    ],
  ] as const)('%s', (reason, verdict, of, parts) => {
    expect(judge(of, parts, at)).toMatchObject({ verdict, reason });
  });

  it.each([
    [0, 'met'],
    [7, 'met'],
    [8, 'at_risk'],
    [9, 'at_risk'],
    [10, 'at_risk'],
    [11, 'missed'],
  ])('of eleven nines with %d bad of 10^12 that it is %s', (bad, verdict) => {
    const judgement = judge(durable, events(bad, 1e12), at);
    expect(judgement.verdict).toBe(verdict);
    expect(judgement.badShare).toBe(bad / 1e12);
  });

  it('of more than eleven nines that to reach them is not enough', () => {
    const more = share('> 99.999999999%');
    expect(judge(more, events(10, 1e12), at).verdict).toBe('missed');
    expect(judge(more, events(1, 1e12), at).verdict).toBe('met');
  });
});

describe('judge says of nothing', () => {
  const targets = [target('>= 1')];

  it.each([
    [
      'No sample yet. Samples come from: pushed. Until then it counts as missed.',
      kpi('k', { targets }),
      undefined,
    ],
    ['No sample yet. Samples come from: pushed.', kpi('k'), undefined],
    [
      'No events in the latest sample. Until then it does not count.',
      kpi('k', { targets, onNoData: 'ignore' }),
      emptyParts,
    ],
    [
      'No events in the last 30 days. Until then it counts as it last did.',
      kpi('k', { targets, onNoData: 'hold', windowDays: 30 }),
      emptyParts,
    ],
    [
      'No events in the last day. Until then it counts as missed.',
      kpi('k', { targets, windowDays: 1 }),
      emptyParts,
    ],
  ])('%s', (reason, of, parts) => {
    const judgement = judge(of, parts, at);
    expect(judgement).toMatchObject({ verdict: 'none', reason });
    expect(judgement).not.toHaveProperty('text');
    expect(judgement).not.toHaveProperty('value');
  });
});
