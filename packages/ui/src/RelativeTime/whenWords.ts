import { DateTime } from 'luxon';

/** `3 days ago`, and the day itself; a day without a time is a day of the calendar. */
export function whenWords(text: string, now: DateTime) {
  const at = DateTime.fromISO(text, { zone: now.zone }).setLocale('en');
  const isDay = !text.includes('T');
  const today = isDay && at.hasSame(now, 'day');
  const relative = at.toRelative({
    base: isDay ? now.startOf('day') : now,
    ...(isDay && { unit: 'days' as const }),
  });
  return {
    relative: today ? 'today' : (relative ?? text),
    absolute: at.toFormat(isDay ? 'ccc d LLL yyyy' : 'ccc d LLL yyyy, HH:mm'),
  };
}
