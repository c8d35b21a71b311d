import { useEntity } from '@backstage/plugin-catalog-react';
import type { RowCell } from '@squadron/plugin-scorecards-common';
import { Link } from '@backstage/ui';
import { SectionCard, Sparkline, StatusMark } from '@squadron/ui';
import { useScorecard } from '../../hooks/useScorecard';
import { cellCount } from '../../lib/heatMapView';
import { healthMark, markOf, percent } from '../../lib/marks';
import { kpiPath, overviewPath } from '../../lib/paths';
import styles from './EntityScorecard.module.css';
import { withSigns } from '../../lib/withSigns';

function KpiRow({ cell }: { cell: RowCell }) {
  const { status, words } = markOf(cell);
  return (
    <li className={styles.row}>
      <Link href={kpiPath(cell.kpi, cell.entity)}>{cell.title}</Link>
      <StatusMark status={status}>{words}</StatusMark>
      <span className={styles.figure} title={withSigns(cell.reason)}>
        {cell.text ?? '–'}
      </span>
      <span className={styles.target}>
        {cell.target ? withSigns(cell.target) : 'no target'}
      </span>
    </li>
  );
}

/** How the targets of a group stand, in short. Absent while the group and all below it have no KPI. */
export function ScorecardCard() {
  const { entity } = useEntity();
  const { value } = useScorecard(entity, 0);
  if (!value || cellCount(value.health) === 0) return null;
  const { health, cells, trend } = value;
  const { status, words } = healthMark(health);
  return (
    <SectionCard
      title="Scorecard"
      aside={
        <Link href={overviewPath(value.ref)}>{percent(health.score)}</Link>
      }
    >
      <p className={styles.summary}>
        <StatusMark status={status}>{words}</StatusMark>
        <Sparkline
          label="Score, last 90 days"
          values={trend.map(({ score = null }) => score)}
        />
      </p>
      <ul className={styles.list}>
        {cells.map(cell => (
          <KpiRow key={`${cell.kpi} ${cell.entity}`} cell={cell} />
        ))}
      </ul>
      {cells.length === 0 && (
        <p className={styles.target}>
          Its own KPIs are those of the groups below it.
        </p>
      )}
    </SectionCard>
  );
}
