import type { Health, HealthPoint } from '@squadron/plugin-scorecards-common';
import { KeyFigure, KeyFigureRow } from '@squadron/ui';
import { percent, points } from '../../lib/marks';

export interface OverviewFiguresProps {
  health: Health;
  /** Health by day, oldest first. */
  trend: HealthPoint[];
  /** The address of the page with another status filter. */
  hrefOf: (status: string) => string;
}

function change(trend: HealthPoint[], days: number): number | undefined {
  const now = trend.at(-1)?.score;
  const before = trend.at(-1 - days)?.score;
  return now === undefined || before === undefined ? undefined : now - before;
}

/** The first row of figures; each leads to the cells that it counts. */
export function OverviewFigures({
  health,
  trend,
  hrefOf,
}: OverviewFiguresProps) {
  const month = points(change(trend, 30));
  const unmeasured = health.noData + health.error;
  return (
    <KeyFigureRow label="Targets in figures">
      <KeyFigure
        label="Score"
        value={percent(health.score)}
        detail={month ? `${month} in 30 days` : 'no score 30 days ago'}
      />
      <KeyFigure
        label="Missed"
        value={health.missed}
        status={health.missed ? 'missed' : 'met'}
        detail={health.waived ? `${health.waived} waived` : 'targets'}
        href={hrefOf('missed')}
      />
      <KeyFigure
        label="At risk"
        value={health.atRisk}
        status={health.atRisk ? 'at-risk' : 'met'}
        detail="targets"
        href={hrefOf('at_risk')}
      />
      <KeyFigure
        label="Not measured"
        value={unmeasured}
        status={unmeasured ? 'no-data' : 'met'}
        detail={health.error ? `${health.error} collectors failed` : 'targets'}
        href={hrefOf('no_data')}
      />
      <KeyFigure
        label="Coverage"
        value={percent(health.coverage)}
        detail={health.stale ? `${health.stale} stale` : 'have a fresh verdict'}
        href={hrefOf('stale')}
      />
    </KeyFigureRow>
  );
}
