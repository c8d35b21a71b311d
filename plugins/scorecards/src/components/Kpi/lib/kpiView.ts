import type {
  Kpi,
  RolledUp,
  RowCell,
  SeriesPoint,
} from '@squadron/plugin-scorecards-common';
import type { TrendPoint, TrendTarget } from '@squadron/ui';
import { withSigns } from '../../../lib/withSigns';

/** What the page says first. */
export function kpiAnswer(
  kpi: Kpi & { ownerTitle: string; rolledUp?: RolledUp },
  cell: RowCell | undefined,
): string {
  if (cell) return `${cell.entityTitle}: ${withSigns(cell.reason)}`;
  const { rolledUp } = kpi;
  if (!rolledUp?.text) return 'Nothing is measured yet.';
  return `${rolledUp.text} over ${rolledUp.fresh} of ${rolledUp.entities} that have it.`;
}

/** The points of a series as the chart takes them. */
export function trendPoints(points: readonly SeriesPoint[]): TrendPoint[] {
  const status = {
    met: 'met',
    at_risk: 'at-risk',
    missed: 'missed',
    none: 'no-data',
  } as const;
  return points.map(({ day, value, verdict }) => ({
    at: day,
    value,
    status: status[verdict],
  }));
}

/** The targets of a series from the days on which they change. */
export function trendTargets(points: readonly SeriesPoint[]): TrendTarget[] {
  const targets: TrendTarget[] = [];
  for (const { day, target } of points) {
    if (target !== null && targets.at(-1)?.value !== target) {
      targets.push({ from: day, value: target });
    }
  }
  return targets;
}
