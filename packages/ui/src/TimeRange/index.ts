export { TimeRangePicker, type TimeRangePickerProps } from './TimeRangePicker';
export { useTimeRange, type TimeRange } from './useTimeRange';
export type { DayRange, TimePreset } from './timeRange';
