import { aCell, aHealth, aRow } from '../__testUtils__/cells';
import { overviewAnswer } from './overviewAnswer';

const now = new Date('2026-11-28T12:00:00Z');
const worst = aCell({
  title: 'P95 latency',
  groupTitle: 'B-2 Storage',
  since: '2026-11-27T08:00:00Z',
});

const answer = (health: object, missed?: typeof worst) =>
  overviewAnswer({
    rows: [aRow({ depth: 0, cells: [aHealth(health)] })],
    worst: missed,
    now,
  });

describe('overviewAnswer', () => {
  it.each([
    [{}, undefined, 'No KPI is defined for these groups yet.'],
    [{ met: 9 }, undefined, 'None of 1 group with KPIs misses a target.'],
    [
      { met: 9, noData: 1 },
      undefined,
      'None of 1 group with KPIs misses a target. 1 KPI is not measured.',
    ],
    [
      { missed: 2_000, noData: 1_500, error: 1 },
      worst,
      '1 of 1 group misses a target; B-2 Storage has missed P95 latency for 1 day. 1501 KPIs are not measured.',
    ],
    [
      { missed: 1, waived: 1 },
      undefined,
      '1 of 1 group misses a target; all of it is waived.',
    ],
  ])('says of %j what is missed', (health, missed, words) => {
    expect(answer(health, missed)).toBe(words);
  });

  it('says that there is nothing', () => {
    expect(overviewAnswer({ rows: [], worst: undefined, now })).toBe(
      'There is nothing here to measure.',
    );
  });
});
