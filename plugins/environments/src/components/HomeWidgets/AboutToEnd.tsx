import { Link } from '@backstage/ui';
import { useMe } from '@squadron/plugin-org-model-react';
import { SectionCard, StatusMark } from '@squadron/ui';
import { useEnvironments } from '../../hooks/useEnvironments';
import { day } from '../../lib/countdown';
import { endsSoon } from '../../lib/overview';
import { EnvironmentList, useEnvironmentActions } from '../Environments';
import styles from './HomeWidgets.module.css';

const mostRows = 5;

/**
 * Environments of my groups that end within a day, each with the way to keep it. Absent while my groups have none,
 * for then there is nothing to do.
 */
export function AboutToEnd({ title = '' }: { title?: string }) {
  const { value: me } = useMe();
  const root = me?.groups.map(({ ref }) => ref);
  const { value, retry } = useEnvironments(root?.length ? { root } : undefined);
  const { actions, dialog } = useEnvironmentActions(retry);
  if (!value?.items.length) return <></>;
  const { items, at, ahead } = value;
  const ending = items.filter(each => endsSoon(each, Date.parse(at), day));
  return (
    <SectionCard title={title}>
      {ending.length === 0 && (
        <StatusMark status="met">None ends within 24 hours</StatusMark>
      )}
      <EnvironmentList
        environments={ending.slice(0, mostRows)}
        ahead={ahead}
        actions={actions}
      />
      <p className={styles.more}>
        <Link href="/environments?scope=_mine">
          {items.length === 1
            ? 'Your environment'
            : `All ${items.length} environments of your groups`}
        </Link>
      </p>
      {dialog}
    </SectionCard>
  );
}
