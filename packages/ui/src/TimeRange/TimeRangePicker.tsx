import { Select } from '@backstage/ui';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { RangeDialog } from './RangeDialog';
import styles from './TimeRange.module.css';
import {
  presetLabels,
  presetRange,
  rangeText,
  TimePreset,
  timePresets,
} from './timeRange';
import { useTimeRange } from './useTimeRange';

export interface TimeRangePickerProps {
  /** What the page is about when the address does not say; the same as in `useTimeRange`. */
  fallback?: TimePreset;
}

const chosenDays = 'days';
const choose = 'choose';

const presetOptions = timePresets.map(id => ({ id, label: presetLabels[id] }));

/** Chooses the time that the page's figures are about: a preset, or two days. */
export function TimeRangePicker({ fallback }: TimeRangePickerProps) {
  const range = useTimeRange(fallback);
  const [isChoosing, setIsChoosing] = useState(false);
  const options = [
    ...presetOptions,
    ...(range.preset ? [] : [{ id: chosenDays, label: rangeText(range) }]),
    { id: choose, label: 'Choose dates…' },
  ];
  const select = (key: string) => {
    if (key === choose) setIsChoosing(true);
    const preset = timePresets.find(id => id === key);
    if (preset) range.setRange(presetRange(preset, DateTime.now()));
  };
  return (
    <>
      <Select
        aria-label="Time"
        size="small"
        className={styles.picker}
        options={options}
        selectedKey={range.preset ?? chosenDays}
        onSelectionChange={key => select(String(key))}
      />
      {isChoosing && (
        <RangeDialog
          range={range}
          onChoose={range.setRange}
          onClose={() => setIsChoosing(false)}
        />
      )}
    </>
  );
}
