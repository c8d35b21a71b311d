import { useMemo } from 'react';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { shownValues, tickText, timeTicks, valueAxis } from './lib/axes';
import { trendModel, TrendModel, TrendRow } from './lib/trendModel';
import styles from './TrendChart.module.css';
import { Annotations, EndLabels } from './TrendMarks';
import { TrendTip } from './TrendTip';
import { TrendChartProps } from './trendTypes';

const letterWidth = 7;
const firstSize = { width: 640, height: 240 };

/** Series of one chart, told apart by these tokens in turn; none of them stands for a state. */
const strokes = [
  'var(--bui-accent-bg)',
  'var(--bui-fg-primary)',
  'var(--bui-fg-secondary)',
  'var(--bui-border-2)',
];

interface DotProps {
  cx?: number;
  cy?: number;
  index?: number;
}

/** A dot for a value that stands alone between two gaps, where no line shows it. */
function loneDot(rows: TrendRow[], series: number) {
  return function LoneDot({ cx, cy, index = 0 }: DotProps) {
    const isKnown = (at: number) =>
      typeof rows[at]?.values[series] === 'number';
    if (!isKnown(index) || isKnown(index - 1) || isKnown(index + 1)) {
      return <g key={index} />;
    }
    return (
      <circle key={index} cx={cx} cy={cy} r={2} fill={strokes[series % 4]} />
    );
  };
}

function seriesOf(chart: TrendChartProps, rows: TrendRow[]) {
  return chart.series.map(({ id, look }, index) => {
    const stroke = strokes[index % strokes.length];
    const common = {
      dataKey: (row: TrendRow) => row.values[index],
      isAnimationActive: false,
      stroke,
      activeDot: { r: 4, fill: stroke, stroke: 'var(--bui-bg-neutral-1)' },
    };
    if (look === 'area') {
      return (
        <Area
          key={id}
          {...common}
          type="linear"
          strokeWidth={2}
          fill={stroke}
          fillOpacity={0.12}
        />
      );
    }
    const isIdeal = look === 'ideal';
    return (
      <Line
        key={id}
        {...common}
        type="linear"
        strokeWidth={isIdeal ? 1 : 2}
        strokeDasharray={isIdeal ? '2 4' : undefined}
        activeDot={isIdeal ? false : common.activeDot}
        dot={isIdeal ? false : loneDot(rows, index)}
      />
    );
  });
}

function endLabels(chart: TrendChartProps, { lasts }: TrendModel): string[] {
  const { series, formatValue = String } = chart;
  return series.map(({ label, look }, index) => {
    const last = lasts[index];
    if (!last) return '';
    if (look === 'ideal') return label;
    const value = formatValue(last.value);
    return series.length > 1 ? `${label} ${value}` : value;
  });
}

const widest = (labels: string[]) =>
  Math.max(0, ...labels.map(({ length }) => length)) * letterWidth;

/** The drawing itself; it brings recharts, so it is loaded when a page shows a chart. */
export function TrendPlot(chart: TrendChartProps) {
  const { limits, formatValue = String, height } = chart;
  const model = useMemo(() => trendModel(chart), [chart]);
  const { rows, time } = model;
  const hasArea = chart.series.some(({ look }) => look === 'area');
  const axis = valueAxis(shownValues(model, hasArea), limits);
  const labels = endLabels(chart, model);
  const annotationsAt = (at: number) =>
    model.annotations.filter(mark => mark.time === at).map(mark => mark.label);
  const band = chart.band ? 'linear' : 'stepAfter';
  return (
    <ResponsiveContainer
      width="100%"
      height={height}
      initialDimension={firstSize}
    >
      <ComposedChart
        data={rows}
        accessibilityLayer={false}
        margin={{
          top: model.annotations.length > 0 ? 44 : 12,
          right: Math.min(180, widest(labels) + 20),
          bottom: 0,
          left: 0,
        }}
      >
        <CartesianGrid
          vertical={false}
          syncWithTicks
          stroke="var(--bui-border-1)"
        />
        <XAxis
          dataKey="time"
          type="number"
          domain={time}
          ticks={timeTicks(time)}
          tickFormatter={at => tickText(Number(at), time)}
          tickLine={false}
          stroke="var(--bui-border-2)"
          tick={{ className: styles.tick }}
          minTickGap={12}
        />
        <YAxis
          domain={axis.domain}
          ticks={axis.ticks}
          tickFormatter={value => formatValue(Number(value))}
          width={Math.max(32, widest(axis.ticks.map(formatValue)) + 12)}
          tickLine={false}
          axisLine={false}
          tick={{ className: styles.tick }}
        />
        {model.breaches.map(({ from, to }) => (
          <ReferenceArea
            key={from}
            x1={from}
            x2={to}
            fill="var(--bui-fg-negative)"
            fillOpacity={0.1}
          />
        ))}
        <Area
          dataKey={(row: TrendRow) => row.band}
          type={band}
          stroke="none"
          fill={chart.band ? strokes[0] : 'var(--bui-fg-warning)'}
          fillOpacity={0.12}
          activeDot={false}
          isAnimationActive={false}
        />
        <Line
          dataKey={(row: TrendRow) => row.target}
          type="stepAfter"
          stroke="var(--bui-fg-secondary)"
          strokeDasharray="6 4"
          strokeWidth={1.5}
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
        {seriesOf(chart, rows)}
        <Annotations model={model} />
        <EndLabels model={model} labels={labels} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--bui-border-2)' }}
          content={({ active, label }) => {
            const row = rows.find(({ time: at }) => at === Number(label));
            if (!active || !row) return null;
            return (
              <TrendTip
                row={row}
                chart={chart}
                annotations={annotationsAt(row.time)}
              />
            );
          }}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}
