import type { GroupCadence } from '@squadron/plugin-org-model-common';
import { GroupLink } from '@squadron/plugin-org-model-react';
import { Drawer, ErrorState, LoadingState } from '@squadron/ui';
import type { DateTime } from 'luxon';
import { ReactNode } from 'react';
import { KindIcon, kindLabel } from './kinds';
import { upcoming, whenText } from './lib/when';
import styles from './Rhythm.module.css';
import { useRhythm } from './useRhythm';

const SHOWN = 5;
const YEARS_AHEAD = 2;

function NextDates({ cadence, now }: { cadence: GroupCadence; now: DateTime }) {
  const zone = now.zoneName ?? 'UTC';
  const rhythm = useRhythm(
    [cadence.group],
    {
      from: now.toISODate()!,
      to: now.plus({ years: YEARS_AHEAD }).toISODate()!,
    },
    zone,
  );
  if (rhythm.error) {
    return <ErrorState error={rhythm.error} onRetry={rhythm.retry} />;
  }
  if (!rhythm.value)
    return <LoadingState label="Reading its dates" lines={5} />;
  const dates = upcoming(
    rhythm.value.occurrences.filter(each => each.cadence === cadence.key),
    now,
    zone,
  ).slice(0, SHOWN);
  if (!dates.length) return <p>No date in the next two years.</p>;
  return (
    <ol className={styles.dates}>
      {dates.map(date => (
        <li key={date.start}>{whenText(date, cadence, zone)}</li>
      ))}
    </ol>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** All that is known of one cadence, and its next five dates. */
export function CadenceDrawer(props: {
  cadence: GroupCadence;
  now: DateTime;
  onClose: () => void;
}) {
  const { cadence, now, onClose } = props;
  return (
    <Drawer
      title={cadence.title}
      subtitle={
        <span className={styles.kind}>
          <KindIcon kind={cadence.kind} /> {kindLabel(cadence.kind)}
        </span>
      }
      onClose={onClose}
    >
      <dl className={styles.facts}>
        <Fact name="Group">
          <GroupLink entityRef={cadence.group}>{cadence.groupTitle}</GroupLink>
        </Fact>
        <Fact name="Rule">{cadence.rule}</Fact>
        {cadence.timeZone !== now.zoneName && (
          <Fact name="Time zone">{cadence.timeZone}</Fact>
        )}
        {cadence.with.length > 0 && (
          <Fact name="Takes part">{cadence.with.join(', ')}</Fact>
        )}
        {cadence.note && <Fact name="Note">{cadence.note}</Fact>}
        {cadence.source && <Fact name="Asked for by">{cadence.source}</Fact>}
      </dl>
      <h3 className={styles.subhead}>Next dates, on your clock</h3>
      <NextDates cadence={cadence} now={now} />
    </Drawer>
  );
}
