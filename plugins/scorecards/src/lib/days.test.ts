import { dayAfter, lastWaivedDay } from './days';

describe('dayAfter', () => {
  it('counts days of UTC over the turn of a month', () => {
    expect(dayAfter(new Date('2026-11-28T23:30:00-05:00'), 30)).toBe(
      '2026-12-29',
    );
  });
});

describe('lastWaivedDay', () => {
  it('is the day before a waiver ends at midnight', () => {
    expect(lastWaivedDay('2027-01-01T00:00:00.000Z')).toBe('2026-12-31');
  });
});
