import { Button, Skeleton } from '@backstage/ui';
import { lazy, Suspense, useMemo, useState } from 'react';
import { trendInWords } from './lib/inWords';
import { trendModel } from './lib/trendModel';
import styles from './TrendChart.module.css';
import { TrendTable } from './TrendTable';
import { TrendChartProps } from './trendTypes';

// recharts is larger than all the rest of a page: only a page with a chart loads it.
const TrendPlot = lazy(() =>
  import('./TrendPlot').then(({ TrendPlot: plot }) => ({ default: plot })),
);

// What scrolls must be reachable by keyboard.
const scrollable = { tabIndex: 0 };

/** Values over time against a target that may change: breaches shaded, the last value labelled, a table behind it. */
export function TrendChart(props: TrendChartProps) {
  const { label, height = 240 } = props;
  const [asTable, setAsTable] = useState(false);
  const words = useMemo(() => trendInWords(props, trendModel(props)), [props]);
  return (
    <figure className={styles.chart}>
      {asTable ? (
        <div
          role="region"
          aria-label={`${label}, as a table`}
          {...scrollable}
          className={styles.frame}
          style={{ height }}
        >
          <TrendTable {...props} />
        </div>
      ) : (
        <div role="img" aria-label={words} style={{ height }}>
          <Suspense fallback={<Skeleton width="100%" height={height} />}>
            <TrendPlot {...props} height={height} />
          </Suspense>
        </div>
      )}
      <div className={styles.tools}>
        <Button
          size="small"
          variant="tertiary"
          onPress={() => setAsTable(isTable => !isTable)}
        >
          {asTable ? 'Show as chart' : 'Show as table'}
        </Button>
      </div>
    </figure>
  );
}
