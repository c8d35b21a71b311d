/** Which way is good: availability wants to be higher, latency lower. */
export type Better = 'higher' | 'lower';

/** Whether a value is on the bad side of a target. */
export function breaches(
  value: number | null | undefined,
  target: number | undefined,
  better: Better,
): boolean {
  if (typeof value !== 'number' || target === undefined) return false;
  return better === 'higher' ? value < target : value > target;
}

/** A sparkline in a box of 72 by 20. */
export interface SparklineShape {
  /** An SVG path; it breaks where nothing was measured. */
  line: string;
  targetY?: number;
  breaches: Array<{ x: number; width: number }>;
  last?: { x: number; y: number; breach: boolean };
}

export const sparklineBox = { width: 72, height: 20, margin: 3 };

interface ShapeInput {
  values: ReadonlyArray<number | null>;
  target?: number;
  better: Better;
}

/** Lays out a sparkline: time from left to right, all values and the target inside the box. */
export function sparklineShape(input: ShapeInput): SparklineShape {
  const { values, target, better } = input;
  const { width, height, margin } = sparklineBox;
  const known = values.filter(value => value !== null);
  if (known.length === 0) return { line: '', breaches: [] };
  const shown = target === undefined ? known : [...known, target];
  const low = Math.min(...shown);
  const range = Math.max(...shown) - low;
  const step =
    values.length > 1 ? (width - 2 * margin) / (values.length - 1) : 0;
  const x = (index: number) =>
    values.length > 1 ? margin + index * step : width / 2;
  const y = (value: number) =>
    range === 0
      ? height / 2
      : height - margin - ((value - low) / range) * (height - 2 * margin);
  const round = (at: number) => Math.round(at * 100) / 100;

  const line = values
    .map((value, index) => {
      if (value === null) return '';
      const joins = index > 0 && values[index - 1] !== null;
      // A dot of no length shows a value that stands alone between two gaps.
      return `${joins ? 'L' : 'M'}${round(x(index))} ${round(y(value))}${joins ? '' : 'h0'}`;
    })
    .join('');
  const lastIndex = values.findLastIndex(value => value !== null);
  const lastValue = values[lastIndex] ?? 0;
  const half = step === 0 ? width / 2 : step / 2;
  return {
    line,
    targetY: target === undefined ? undefined : round(y(target)),
    breaches: values.flatMap((value, index) => {
      if (!breaches(value, target, better)) return [];
      const from = Math.max(0, x(index) - half);
      const to = Math.min(width, x(index) + half);
      return { x: round(from), width: round(to - from) };
    }),
    last: {
      x: round(x(lastIndex)),
      y: round(y(lastValue)),
      breach: breaches(lastValue, target, better),
    },
  };
}
