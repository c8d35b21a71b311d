import type { Kpi, Parts } from '@squadron/plugin-scorecards-common';
import { kpi, ratio, target } from '../__testUtils__/kpi';
import { one } from '../__testUtils__/stored';
import { judge } from './judge';

const at = Date.parse('2026-11-28T09:00:00Z');

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
const fast = share('<= 2 h for 90%');

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
