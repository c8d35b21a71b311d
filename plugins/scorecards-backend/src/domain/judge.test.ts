import type { Kpi, Parts } from '@squadron/plugin-scorecards-common';
import { kpi, ratio, target } from '../__testUtils__/kpi';
import { judge } from './judge';
import { emptyParts } from './parts';

const at = Date.parse('2026-11-28T09:00:00Z');

const one = (value: number): Parts => ({
  sum: value,
  count: 1,
  min: value,
  max: value,
});
const events = (bad: number, count: number): Parts => ({
  sum: bad,
  count,
  min: 0,
  max: 1,
});

const gauge = (text: string, unit: string, fields: Partial<Kpi> = {}) =>
  kpi('k', { unit, targets: [target(text)], ...fields });
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

describe('judge says of a value', () => {
  it.each([
    ['20 min meets < 30 min.', 'met', gauge('< 30 min', 'min'), one(1_200)],
    [
      '29 min meets < 30 min, but is within 5 % of it.',
      'at_risk',
      gauge('< 30 min', 'min'),
      one(1_740),
    ],
    [
      '30 min misses < 30 min, which it only equals.',
      'missed',
      gauge('< 30 min', 'min'),
      one(1_800),
    ],
    [
      '31 min 30 s misses < 30 min by 1 min 30 s.',
      'missed',
      gauge('< 30 min', 'min'),
      one(1_890),
    ],
    [
      '97.2 % misses >= 98% by 0.8 points.',
      'missed',
      gauge('>= 98%', '%'),
      one(0.972),
    ],
    ['100 % meets >= 98%.', 'met', gauge('>= 98%', '%'), one(1)],
    [
      '98.4 % meets >= 98%, but is close to missing it.',
      'at_risk',
      gauge('>= 98%', '%'),
      one(0.984),
    ],
    ['5 of 5 meets >= 4.7 of 5.', 'met', gauge('>= 4.7 of 5', 'of 5'), one(5)],
    [
      '4.75 of 5 meets >= 4.7 of 5, but is close to missing it.',
      'at_risk',
      gauge('>= 4.7 of 5', 'of 5'),
      one(4.75),
    ],
    [
      '4.5 of 5 misses >= 4.7 of 5 by 0.2.',
      'missed',
      gauge('>= 4.7 of 5', 'of 5'),
      one(4.5),
    ],
    ['0 meets = 0.', 'met', gauge('= 0', ''), one(0)],
    ['3 misses = 0 by 3.', 'missed', gauge('= 0', ''), one(3)],
    [
      '0 versions meets < 2 versions.',
      'met',
      gauge('< 2 versions', 'versions'),
      one(0),
    ],
    ['350 % meets >= 300%.', 'met', gauge('>= 300%', '%'), one(3.5)],
    [
      '18 deploys/day over the last 7 days misses >= 20 deploys/day by 2.',
      'missed',
      gauge('>= 20 deploys/day', 'deploys/day', {
        kind: 'count',
        aggregation: 'sum',
        windowDays: 7,
      }),
      { sum: 126, count: 7, min: 10, max: 30 },
    ],
    [
      '12 meets >= 10, but not its warning value, >= 15.',
      'at_risk',
      kpi('k', { targets: [target('>= 10', { warn: '>= 15' })] }),
      one(12),
    ],
    [
      '10.1 meets >= 10.',
      'met',
      kpi('k', { targets: [target('>= 10', { warn: '>= 10.1' })] }),
      one(10.1),
    ],
    [
      '1 h. <= 2 h for 90% is about something else: correct the definition.',
      'none',
      gauge('<= 2 h for 90%', 'h'),
      one(3_600),
    ],
    ['3. There is no target to judge it by.', 'none', kpi('k'), one(3)],
    [
      '3. No target was in force on 2026-11-28.',
      'none',
      kpi('k', { targets: [target('>= 1', { from: '2027-01-01' })] }),
      one(3),
    ],
  ] as const)('%s', (reason, verdict, of, parts) => {
    expect(judge(of, parts, at)).toMatchObject({ verdict, reason });
  });

  it('with the target in force and its number', () => {
    const [old, young] = [
      target('< 30 min', { to: '2026-11-27' }),
      target('< 10 min', { from: '2026-11-28' }),
    ];
    const of = kpi('k', { unit: 'min', targets: [old, young] });
    expect(judge(of, one(1_200), at - 86_400_000)).toMatchObject({
      verdict: 'met',
      target: old,
      limit: 1_800,
      text: '20 min',
      value: 1_200,
    });
    expect(judge(of, one(1_200), at)).toMatchObject({
      verdict: 'missed',
      target: young,
      limit: 600,
    });
  });

  it('with the share as the number of a target that has one', () => {
    expect(judge(fast, events(1, 100), at).limit).toBe(0.9);
    expect(judge(uptime, events(1, 100), at).limit).toBe(0.9995);
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
