import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { spread } from './lib/axes';
import { TrendModel } from './lib/trendModel';
import styles from './TrendChart.module.css';

const labelHeight = 16;
const letterWidth = 6.5;

/** The last value of each series, where its line ends. */
export function EndLabels(props: { model: TrendModel; labels: string[] }) {
  const { model, labels } = props;
  const x = useXAxisScale();
  const y = useYAxisScale();
  const plot = usePlotArea();
  if (!x || !y || !plot) return null;
  const ends = model.lasts.flatMap((last, index) => {
    if (!last) return [];
    const [left, top] = [x(last.time), y(last.value)];
    if (left === undefined || top === undefined) return [];
    return { index, left, top, status: last.status };
  });
  const tops = spread(
    ends.map(({ top }) => top - plot.y),
    labelHeight,
    plot.height,
  );
  return (
    <g>
      {ends.map(({ index, left, top, status }, place) => (
        <g key={index} data-series={index % 4} data-status={status}>
          <circle className={styles.end} cx={left} cy={top} r={3.5} />
          <text
            className={styles.endLabel}
            x={left + 10}
            y={tops[place] + plot.y}
            dominantBaseline="middle"
          >
            {labels[index]}
          </text>
        </g>
      ))}
    </g>
  );
}

/** What happened, as upright marks with their words above the plot. */
export function Annotations({ model }: { model: TrendModel }) {
  const x = useXAxisScale();
  const plot = usePlotArea();
  if (!x || !plot) return null;
  const rowEnds = [-Infinity, -Infinity];
  return (
    <g>
      {model.annotations.map(({ time, label }) => {
        const at = x(time) ?? plot.x;
        const width = label.length * letterWidth;
        const left = Math.min(at, plot.x + plot.width - width);
        const row = rowEnds[0] <= left ? 0 : 1;
        const hasRoom = rowEnds[row] <= left;
        if (hasRoom) rowEnds[row] = left + width + 8;
        const top = plot.y - 8 - row * labelHeight;
        return (
          <g key={`${time} ${label}`} className={styles.annotation}>
            <path d={`M${at} ${plot.y - 4}V${plot.y + plot.height}`} />
            {hasRoom && (
              <text x={left} y={top}>
                {label}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
