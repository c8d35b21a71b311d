import { dayAfter } from './days';

describe('dayAfter', () => {
  it('counts days of UTC over the turn of a month', () => {
    expect(dayAfter(new Date('2026-11-28T23:30:00-05:00'), 30)).toBe(
      '2026-12-29',
    );
  });
});
