/**
 * What samples add up to: the one shape in which every kind is stored and rolled up, so that the
 * value of a group is made of counts and sums and never of averages.
 *
 * - `ratio`: `sum` bad events of `count` events
 * - `duration`: `sum` seconds of `count` events
 * - `count`: `sum` events in `count` samples
 * - `gauge`, `level`: `sum` of the values of `count` samples, in the KPI's unit (seconds where it is a time)
 */
export interface Parts {
  sum: number;
  count: number;
  min: number;
  max: number;
}
