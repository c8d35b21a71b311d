import { memo } from 'react';
import { ChartBand, ChartConnector, ChartLink } from '../../lib/chartLayout';
import styles from './OrgChart.module.css';

export interface PlacedLinks {
  dependency: ChartLink[];
  dotted: ChartLink[];
}

export interface ChartLinesProps {
  width: number;
  height: number;
  bands: ChartBand[];
  connectors: ChartConnector[];
}

/** Bands of divisions and the lines of the tree, behind the cards. */
export const ChartLines = memo(function MemoChartLines(props: ChartLinesProps) {
  const { width, height, bands, connectors } = props;
  return (
    <svg
      className={styles.lines}
      width={width}
      height={height}
      aria-hidden="true"
    >
      {bands.map(band => (
        <rect
          key={band.ref}
          className={styles.band}
          x={band.x}
          y={band.y}
          width={band.width}
          height={band.height}
          rx={8}
        />
      ))}
      {connectors.map(({ ref, path }) => (
        <path key={ref} className={styles.connector} d={path} />
      ))}
    </svg>
  );
});

export interface ChartLinksProps {
  width: number;
  height: number;
  links: PlacedLinks;
  /** Lines of this group stand out. */
  active?: string;
}

/** Dependencies and shared people, behind the cards so that no line crosses a text. */
export const ChartLinks = memo(function MemoChartLinks(props: ChartLinksProps) {
  const { width, height, links, active } = props;
  return (
    <svg
      className={styles.links}
      width={width}
      height={height}
      aria-hidden="true"
    >
      <defs>
        <marker
          id="org-chart-arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path d="M0 0L8 4L0 8z" fill="context-stroke" />
        </marker>
      </defs>
      {(['dependency', 'dotted'] as const).flatMap(kind =>
        links[kind].map(({ key, path, from, to }) => (
          <path
            key={`${kind} ${key}`}
            className={styles[kind]}
            data-near={
              from.node.ref === active || to.node.ref === active || undefined
            }
            d={path}
            markerEnd={
              kind === 'dependency' ? 'url(#org-chart-arrow)' : undefined
            }
          />
        )),
      )}
    </svg>
  );
});
