import { DateTime } from 'luxon';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  DayRange,
  presetLabels,
  presetOf,
  presetRange,
  rangeMoments,
  rangeText,
  readRange,
  TimePreset,
  writeRange,
} from './timeRange';

/** The time that the page is about. */
export interface TimeRange extends DayRange {
  /** The moment (UTC) at which the first day begins on the person's clock. */
  start: string;
  /** The moment (UTC) at which the last day has ended; exclusive. */
  end: string;
  /** The preset that means these days today, if one does. */
  preset?: TimePreset;
  /** `This month`, or the days themselves. */
  label: string;
  setRange: (range: DayRange) => void;
}

/** The time in the address, `?from=&to=`; without one, a preset. */
export function useTimeRange(fallback: TimePreset = 'month'): TimeRange {
  const [params, setParams] = useSearchParams();
  const setRange = useCallback(
    (range: DayRange) => setParams(current => writeRange(current, range)),
    [setParams],
  );
  const today = DateTime.now().toFormat('yyyy-MM-dd');
  const inAddress = readRange(params);
  const { from, to } =
    inAddress ?? presetRange(fallback, DateTime.fromISO(today));
  return useMemo(() => {
    const now = DateTime.fromISO(today);
    const preset = presetOf({ from, to }, now);
    return {
      from,
      to,
      ...rangeMoments({ from, to }, now.zoneName ?? 'UTC'),
      preset,
      label: preset ? presetLabels[preset] : rangeText({ from, to }),
      setRange,
    };
  }, [from, to, today, setRange]);
}
