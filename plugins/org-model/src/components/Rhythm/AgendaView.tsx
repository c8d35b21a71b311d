import { GroupLink } from '@squadron/plugin-org-model-react';
import { KindIcon, kindLabel } from './kinds';
import type { AgendaDay, AgendaItem } from './lib/agenda';
import { dayText, scheduleTimeText, timeText } from './lib/when';
import styles from './Rhythm.module.css';

function Item(props: { item: AgendaItem; onOpen: (key: string) => void }) {
  const { cadence, span } = props.item;
  const there = scheduleTimeText(span, cadence);
  const several = span.end.diff(span.start, 'days').days > 1;
  return (
    <li className={styles.item}>
      <span className={styles.time}>
        {timeText(span)}
        {there && <span className={styles.quiet}>{there}</span>}
        {several && <span className={styles.quiet}>{dayText(span)}</span>}
      </span>
      <span className={styles.kind}>
        <KindIcon kind={cadence.kind} />
        {kindLabel(cadence.kind)}
      </span>
      <span className={styles.what}>
        <button
          type="button"
          className={styles.link}
          onClick={() => props.onOpen(cadence.key)}
        >
          {cadence.title}
        </button>
        <span className={styles.quiet}>
          <GroupLink entityRef={cadence.group}>{cadence.groupTitle}</GroupLink>
          {cadence.with.length > 0 && ` with ${cadence.with.join(', ')}`}
        </span>
      </span>
    </li>
  );
}

/** What happens in the next days, day by day. */
export function AgendaView(props: {
  days: AgendaDay[];
  onOpen: (key: string) => void;
}) {
  return (
    <ol className={styles.agenda}>
      {props.days.map(({ day, label, items }) => (
        <li key={day}>
          <h2 className={styles.day}>{label}</h2>
          <ul className={styles.items}>
            {items.map(item => (
              <Item
                key={`${item.cadence.key} ${item.occurrence.start}`}
                item={item}
                onOpen={props.onOpen}
              />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
