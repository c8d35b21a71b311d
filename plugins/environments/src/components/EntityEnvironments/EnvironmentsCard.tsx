import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { SectionCard, StatusMark, errorText } from '@squadron/ui';
import { useEnvironments } from '../../hooks/useEnvironments';
import { isOfGoldenPath } from '../../lib/isOfGoldenPath';
import { EnvironmentList, useEnvironmentActions } from '../Environments';
import styles from './EntityEnvironments.module.css';

/** The environments of a component. Absent where there are none and no golden path has made the component. */
export function EnvironmentsCard() {
  const { entity } = useEntity();
  const component = stringifyEntityRef(entity);
  const { value, error, retry } = useEnvironments({ component });
  const { actions, dialog } = useEnvironmentActions(retry);
  const isExpected = isOfGoldenPath(entity);
  if (!isExpected && !value?.items.length) return null;
  const silent = value?.clusters.filter(({ problem }) => problem) ?? [];
  return (
    <SectionCard
      title="Environments"
      aside={<Link href="/environments">All</Link>}
    >
      {!value && !error && <p className={styles.text}>Asking the clusters…</p>}
      {error && !value && (
        <p className={styles.text} role="alert">
          They could not be read: {errorText(error)}
        </p>
      )}
      {silent.map(({ name, problem }) => (
        <p key={name} className={styles.text}>
          <StatusMark status="at-risk" className={styles.problem}>
            {problem}
          </StatusMark>
        </p>
      ))}
      {value?.items.length === 0 && (
        <p className={styles.text}>
          {value.clusters.length > 0
            ? 'There is none now.'
            : 'No cluster is configured to make any in.'}
        </p>
      )}
      {value && (
        <EnvironmentList
          environments={value.items}
          ahead={value.ahead}
          actions={actions}
        />
      )}
      {dialog}
    </SectionCard>
  );
}
