import { DateTime } from 'luxon';

/** A moment on the person's clock: `Mon 30 Nov, 14:00`. */
export function momentInWords(moment: string | number): string {
  const at =
    typeof moment === 'number'
      ? DateTime.fromMillis(moment)
      : DateTime.fromISO(moment);
  return at.setLocale('en').toFormat('ccc d LLL, HH:mm');
}
