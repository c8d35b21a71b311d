import { DateTime } from 'luxon';
import { whenWords } from './lib/onboardingView';

/** A moment or a day, as how long ago it is; the date itself on hover. */
export function When({ at }: { at: string }) {
  const { relative, absolute } = whenWords(at, DateTime.now());
  return (
    <time dateTime={at} title={absolute}>
      {relative}
    </time>
  );
}
