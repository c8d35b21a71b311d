import { Alert, Link } from '@backstage/ui';
import type { Environment } from '@squadron/plugin-environments-common';
import { GroupLink, groupPath } from '@squadron/plugin-org-model-react';
import { Drawer, RelativeTime } from '@squadron/ui';
import { ReactNode } from 'react';
import { momentInWords } from '../../lib/moments';
import { isGoing } from '../../lib/phases';
import { nameOf } from '../../lib/places';
import { allUses } from '../../lib/quotas';
import {
  ActionsMenu,
  Countdown,
  EnvironmentActions,
  PhaseMark,
  QuotaUses,
} from '../Environments';
import { MadeBy } from './environmentColumns';
import styles from './EnvironmentsPage.module.css';

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export interface EnvironmentDrawerProps {
  environment: Environment;
  clusterTitle: string;
  /** How far the clock of the server is ahead of this one's, in milliseconds. */
  ahead: number;
  actions: EnvironmentActions;
  onClose: () => void;
}

/** All that is known of one environment. */
export function EnvironmentDrawer(props: EnvironmentDrawerProps) {
  const { environment, clusterTitle, ahead, actions, onClose } = props;
  const { namespace, component, branch, owner, ownerTitle } = environment;
  const labels = Object.entries(environment.labels).sort();
  return (
    <Drawer
      title={namespace}
      subtitle={<PhaseMark phase={environment.phase} />}
      onClose={onClose}
      actions={
        <ActionsMenu
          environment={environment}
          ahead={ahead}
          actions={actions}
        />
      }
    >
      {environment.problem && (
        <Alert
          status="danger"
          icon
          className={styles.alert}
          title="Something holds it in the cluster"
          description={environment.problem}
        />
      )}
      <dl className={styles.facts}>
        <Fact label="Component">
          <Link href={groupPath(component)}>{nameOf(component)}</Link>
        </Fact>
        <Fact label="Branch">{branch ?? 'main'}</Fact>
        <Fact label="Owner">
          <GroupLink entityRef={owner}>{ownerTitle}</GroupLink>
        </Fact>
        <Fact label="Cluster">{clusterTitle}</Fact>
        <Fact label="Made">
          <MadeBy by={environment.createdBy} />,{' '}
          <RelativeTime at={environment.createdAt} />
        </Fact>
        {!isGoing(environment.phase) && (
          <>
            <Fact label="Ends in">
              <Countdown environment={environment} ahead={ahead} />
            </Fact>
            <Fact label="Ends">{momentInWords(environment.expiresAt)}</Fact>
            <Fact label="Can be kept until">
              {momentInWords(environment.extendableUntil)}
            </Fact>
          </>
        )}
      </dl>
      <h3 className={styles.heading}>Quota used</h3>
      <QuotaUses uses={allUses(environment.quotas)} />
      <h3 className={styles.heading}>Labels</h3>
      <dl className={styles.labels}>
        {labels.map(([label, value]) => (
          <Fact key={label} label={label}>
            <code>{value}</code>
          </Fact>
        ))}
      </dl>
    </Drawer>
  );
}
