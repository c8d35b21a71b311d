import type { Scorecard } from '@squadron/plugin-scorecards-common';
import { GroupLink } from '@squadron/plugin-org-model-react';
import { SectionCard, StatusMark } from '@squadron/ui';
import { cellCount } from '../../lib/heatMapView';
import { healthMark, percent } from '../../lib/marks';
import styles from './EntityScorecard.module.css';

/** The groups directly below with how they stand, the lowest score first. */
export function GroupsBelow({ groups }: { groups: Scorecard['below'] }) {
  const measured = groups
    .filter(({ health }) => cellCount(health) > 0)
    .sort((a, b) => (a.health.score ?? 2) - (b.health.score ?? 2));
  if (measured.length === 0) return null;
  return (
    <SectionCard title="Groups below">
      <ul className={styles.list}>
        {measured.map(({ ref, title, health }) => {
          const { status, words } = healthMark(health);
          return (
            <li key={ref} className={styles.row}>
              <GroupLink entityRef={ref}>{title}</GroupLink>
              <StatusMark status={status}>{words}</StatusMark>
              <span className={styles.figure}>{percent(health.score)}</span>
            </li>
          );
        })}
      </ul>
    </SectionCard>
  );
}
