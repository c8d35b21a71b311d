import { charterSchema } from './charter';
import { orgModelContract } from './contract';
import { daySchema } from './day';

describe('daySchema', () => {
  it.each(['2026-01-01', '2024-02-29', '2000-02-29', '2026-12-31'])(
    'takes %s',
    day => expect(daySchema.parse(day)).toBe(day),
  );

  it.each([
    '2026-99-99',
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-1-1',
    'yesterday',
  ])('says what to write instead of %s', day => {
    expect(() => daySchema.parse(day)).toThrow('write a date as YYYY-MM-DD');
  });

  it('is what routes and cadences take', () => {
    const { snapshot, people, rhythm } = orgModelContract.routes;
    const bad = '2026-02-30';
    const cadence = { id: 'weekly', title: 'Weekly', kind: 'meeting' };
    const starts = { ...cadence, every: 'week', starts: bad };
    for (const result of [
      snapshot.query.safeParse({ asOf: bad }),
      people.query.safeParse({ joinedSince: bad }),
      rhythm.query.safeParse({ from: bad, to: '2026-03-01' }),
      charterSchema.safeParse({ cadences: [starts] }),
    ]) {
      expect(JSON.stringify(result.error?.issues)).toContain('write a date as');
    }
  });
});
