import { DateTime } from 'luxon';
import { whenWords } from './whenWords';

describe('whenWords', () => {
  const now = DateTime.fromISO('2026-11-28T09:00:00', {
    zone: 'Europe/Berlin',
  });

  it.each([
    ['2026-11-28T07:00:00.000Z', '1 hour ago', 'Sat 28 Nov 2026, 08:00'],
    ['2026-11-28', 'today', 'Sat 28 Nov 2026'],
    ['2026-11-27', '1 day ago', 'Fri 27 Nov 2026'],
    ['2026-11-09', '19 days ago', 'Mon 9 Nov 2026'],
  ])('says %s as %s', (text, relative, absolute) => {
    expect(whenWords(text, now)).toEqual({ relative, absolute });
  });
});
