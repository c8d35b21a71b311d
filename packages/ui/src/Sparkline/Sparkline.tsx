import clsx from 'clsx';
import styles from './Sparkline.module.css';
import {
  Better,
  breaches,
  sparklineBox,
  sparklineShape,
} from './sparklineShape';

export interface SparklineProps {
  /** What the line is about, such as "availability, last 30 days". */
  label: string;
  /** Oldest first; null where nothing was measured. */
  values: ReadonlyArray<number | null>;
  target?: number;
  /** Which side of the target is good. */
  better?: Better;
  /** A value in words, with its unit. */
  formatValue?: (value: number) => string;
  /** 72 by 20 pixels unless a class says otherwise; the line stretches to any size. */
  className?: string;
}

function inWords(props: SparklineProps): string {
  const {
    label,
    values,
    target,
    better = 'higher',
    formatValue = String,
  } = props;
  const known = values.filter(value => value !== null);
  const last = known.at(-1);
  if (last === undefined) return `${label}: no data`;
  const missed = known.filter(value => breaches(value, target, better)).length;
  return [
    `${label}: last ${formatValue(last)}`,
    known.length > 1 &&
      `from ${formatValue(Math.min(...known))} to ${formatValue(Math.max(...known))}`,
    target !== undefined &&
      `target ${formatValue(target)}, missed ${missed} of ${known.length}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** A small line of the last values: target dashed, breaches shaded, the last value marked. */
export function Sparkline(props: SparklineProps) {
  const { values, target, better = 'higher', className } = props;
  const { width, height } = sparklineBox;
  const shape = sparklineShape({ values, target, better });
  return (
    <svg
      role="img"
      aria-label={inWords(props)}
      className={clsx(styles.sparkline, className)}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
    >
      {shape.breaches.map(({ x, width: shade }) => (
        <rect
          key={x}
          className={styles.breach}
          x={x}
          y={0}
          width={shade}
          height={height}
        />
      ))}
      {shape.targetY !== undefined && (
        <path className={styles.target} d={`M0 ${shape.targetY}H${width}`} />
      )}
      <path className={styles.line} d={shape.line} />
      {shape.last ? (
        <path
          className={styles.last}
          data-breach={shape.last.breach || undefined}
          d={`M${shape.last.x} ${shape.last.y}h0`}
        />
      ) : (
        <path className={styles.none} d={`M0 ${height / 2}H${width}`} />
      )}
    </svg>
  );
}
