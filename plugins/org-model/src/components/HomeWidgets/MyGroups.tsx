import type { Me } from '@squadron/plugin-org-model-common';
import { GroupLink, groupName, useMe } from '@squadron/plugin-org-model-react';
import { EmptyState, ErrorState, LoadingState, StatusMark } from '@squadron/ui';
import { Link } from 'react-router-dom';
import { typeWords } from '../../lib/words';
import styles from './HomeWidgets.module.css';

function tie(group: Me['groups'][number], me: Me): string {
  if (group.leads) return 'you lead it';
  return me.person?.memberOf[0] === group.ref ? 'home' : 'dotted line';
}

function Row({ group, me }: { group: Me['groups'][number]; me: Me }) {
  const { people, systems } = group.rollUp;
  return (
    <li className={styles.row}>
      <span className={styles.main}>
        <GroupLink entityRef={group.ref}>{group.title}</GroupLink>
        <span className={styles.quiet}>
          {[
            // `Group` beside a group says nothing.
            group.type === 'group' ? undefined : typeWords(group.type),
            tie(group, me),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {group.lifecycle === 'planned' && (
          <StatusMark status="no-data">planned</StatusMark>
        )}
      </span>
      <span className={styles.figures}>
        <span>
          {people.total}{' '}
          <span className={styles.quiet}>
            {people.total === 1 ? 'person' : 'people'}
          </span>
        </span>
        <span>
          {systems.total}{' '}
          <span className={styles.quiet}>
            {systems.total === 1 ? 'system' : 'systems'}
          </span>
        </span>
        <Link
          className={styles.link}
          to={`/org?scope=${encodeURIComponent(groupName(group.ref))}`}
          aria-label={`${group.title} in the chart`}
        >
          Chart
        </Link>
      </span>
    </li>
  );
}

/** The groups that the person is in or leads, each with its page and its place in the chart. */
export function MyGroups() {
  const { value: me, error, retry } = useMe();
  if (error && !me) return <ErrorState error={error} onRetry={retry} />;
  if (!me) return <LoadingState label="Reading your groups" lines={3} />;
  if (!me.groups.length) {
    return (
      <EmptyState
        title="You are in no group yet"
        actions={
          <Link className={styles.link} to="/org">
            Find your group
          </Link>
        }
      >
        Ask the lead of your group to add you to <code>people</code> in its
        definition file.
      </EmptyState>
    );
  }
  return (
    <ul className={styles.list}>
      {me.groups.map(group => (
        <Row key={group.ref} group={group} me={me} />
      ))}
    </ul>
  );
}
