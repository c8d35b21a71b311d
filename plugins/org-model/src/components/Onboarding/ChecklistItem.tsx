import { Checkbox, Link } from '@backstage/ui';
import type { OnboardingItem } from '@squadron/plugin-org-model-common';
import { GroupLink, PersonLink } from '@squadron/plugin-org-model-react';
import { RelativeTime, StatusMark } from '@squadron/ui';
import { useId } from 'react';
import { Kind } from './kinds';
import styles from './Onboarding.module.css';

interface ChecklistItemProps {
  item: OnboardingItem;
  /** Without it the item can only be read. */
  onChange?: (done: boolean) => void;
  /** Why the last change was not taken. */
  fault?: string;
}

function Whom({ people, group }: Pick<OnboardingItem, 'people' | 'group'>) {
  if (people.length === 0 && !group) return null;
  return (
    <ul className={styles.whom}>
      {people.map(({ ref, title, why }) => (
        <li key={ref}>
          <PersonLink entityRef={ref}>{title}</PersonLink>
          <span className={styles.quiet}> {why}</span>
        </li>
      ))}
      {group && (
        <li>
          <span className={styles.quiet}>From </span>
          <GroupLink entityRef={group.ref}>{group.title}</GroupLink>
        </li>
      )}
    </ul>
  );
}

function State({ doneAt }: Pick<OnboardingItem, 'doneAt'>) {
  if (!doneAt) return <span className={styles.quiet}>open</span>;
  return (
    <StatusMark status="met" className={styles.state}>
      done <RelativeTime at={doneAt} />
    </StatusMark>
  );
}

/** One thing to do, with whom, where and why. */
export function ChecklistItem(props: ChecklistItemProps) {
  const { item, onChange, fault } = props;
  const { title, why, kind, link, unavailable, doneAt } = item;
  const titleId = useId();
  return (
    <li className={styles.item} data-done={doneAt ? true : undefined}>
      {onChange && (
        <span className={styles.box}>
          {!unavailable && (
            <Checkbox
              aria-labelledby={titleId}
              isSelected={doneAt !== undefined}
              onChange={onChange}
            />
          )}
        </span>
      )}
      <div className={styles.words}>
        <span className={styles.itemHead}>
          <span id={titleId}>
            {link ? <Link href={link}>{title}</Link> : title}
          </span>
          {!onChange && !unavailable && <State doneAt={doneAt} />}
        </span>
        <span className={styles.quiet}>
          <Kind kind={kind} />
          {why && ` · ${why}`}
        </span>
        <Whom {...item} />
        {unavailable && (
          <StatusMark status="no-data" className={styles.state}>
            Not now: {unavailable}
          </StatusMark>
        )}
        {fault && (
          <span role="alert" className={styles.fault}>
            <StatusMark status="missed">This was not saved: {fault}</StatusMark>
          </span>
        )}
      </div>
    </li>
  );
}
