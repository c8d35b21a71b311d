import { Link } from '@backstage/ui';
import type { Environment } from '@squadron/plugin-environments-common';
import { environmentPath, placeOf } from '../../lib/places';
import { ActionsMenu } from './ActionsMenu';
import { Countdown } from './Countdown';
import styles from './Environments.module.css';
import { PhaseMark } from './PhaseMark';
import type { EnvironmentActions } from './useEnvironmentActions';

export interface EnvironmentListProps {
  environments: readonly Environment[];
  /** How far the clock of the server is ahead of this one's, in milliseconds. */
  ahead: number;
  actions: EnvironmentActions;
}

/** A few environments, each with the time that is left to it and what can be done with it. */
export function EnvironmentList(props: EnvironmentListProps) {
  const { environments, ahead, actions } = props;
  return (
    <ul className={styles.list}>
      {environments.map(environment => (
        <li key={placeOf(environment)} className={styles.row}>
          <span className={styles.name}>
            <Link href={environmentPath(environment)}>
              {environment.namespace}
            </Link>
            {environment.phase === 'ready' ? (
              <span className={styles.left}>
                ends in <Countdown environment={environment} ahead={ahead} />
              </span>
            ) : (
              <PhaseMark phase={environment.phase} />
            )}
          </span>
          <ActionsMenu
            environment={environment}
            ahead={ahead}
            actions={actions}
          />
        </li>
      ))}
    </ul>
  );
}
