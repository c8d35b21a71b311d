import { useEntity } from '@backstage/plugin-catalog-react';
import { groupName } from '@squadron/plugin-org-model-react';
import { ErrorState, LoadingState, SectionCard } from '@squadron/ui';
import { DateTime } from 'luxon';
import { useMemo, useState } from 'react';
import { Link } from 'react-router-dom';
import { useGroupAnswer } from '../../hooks/useGroupAnswer';
import { KindIcon, kindLabel } from '../Rhythm/kinds';
import { whenText } from '../Rhythm/lib/when';
import { RhythmAnswer, useRhythm } from '../Rhythm/useRhythm';
import { ownCadences } from './lib/ownCadences';
import styles from './Cadences.module.css';

const DAYS_AHEAD = 366;

function List(props: { rhythm: RhythmAnswer; group: string; now: DateTime }) {
  const { rhythm, group, now } = props;
  const rows = useMemo(
    () => ownCadences(rhythm, group, now),
    [rhythm, group, now],
  );
  return (
    <ul className={styles.list}>
      {rows.map(({ cadence, next }) => (
        <li key={cadence.key}>
          <span className={styles.name}>
            <KindIcon kind={cadence.kind} />
            <span>
              <strong>{cadence.title}</strong>
              <span className={styles.quiet}>
                {' '}
                {kindLabel(cadence.kind)}
                {cadence.invited && ` of ${cadence.groupTitle}`}
              </span>
            </span>
          </span>
          <span>
            {cadence.rule}
            {cadence.with.length > 0 && (
              <span className={styles.with}>
                With {cadence.with.join(', ')}
              </span>
            )}
          </span>
          <span className={styles.next}>
            {next
              ? `Next ${whenText(next, cadence, now.zoneName ?? 'UTC')}`
              : 'No date in the next year'}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What a group does or takes part in again and again, and when next. Absent when there is nothing, here or below. */
export function CadencesCard() {
  const { entity } = useEntity();
  const { value: group } = useGroupAnswer(entity);
  const [now] = useState(() => DateTime.local());
  const rhythm = useRhythm(
    group && [group.ref],
    {
      from: now.toISODate()!,
      to: now.plus({ days: DAYS_AHEAD }).toISODate()!,
    },
    now.zoneName ?? 'UTC',
  );
  if (!group || rhythm.value?.cadences.length === 0) return null;
  const cadences = rhythm.value?.cadences ?? [];
  const listed = cadences.filter(
    cadence => cadence.group === group.ref || cadence.invited,
  ).length;
  const below = cadences.length - listed;
  return (
    <SectionCard
      title="Cadences"
      aside={
        <Link to={`/rhythm?scope=${encodeURIComponent(groupName(group.ref))}`}>
          {below > 0 ? `The year, with ${below} below` : 'The year'}
        </Link>
      }
    >
      {rhythm.error && (
        <ErrorState
          title="The cadences could not be read"
          error={rhythm.error}
          onRetry={rhythm.retry}
        />
      )}
      {rhythm.loading && <LoadingState label="Reading cadences" lines={3} />}
      {rhythm.value && listed === 0 && (
        <p className={styles.quiet}>
          It has none of its own; the groups below it have {below}.
        </p>
      )}
      {rhythm.value && listed > 0 && (
        <List rhythm={rhythm.value} group={group.ref} now={now} />
      )}
    </SectionCard>
  );
}
