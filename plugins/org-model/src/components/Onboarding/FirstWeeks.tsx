import { Button } from '@backstage/ui';
import { useMe } from '@squadron/plugin-org-model-react';
import {
  ErrorState,
  LoadingState,
  SectionCard,
  StatusMark,
} from '@squadron/ui';
import { Link } from 'react-router-dom';
import { Checklist } from './Checklist';
import { isComplete } from './lib/onboardingView';
import styles from './Onboarding.module.css';
import { Progress } from './Progress';
import { useHidden } from './useHidden';
import { useOnboarding } from './useOnboarding';

function Card({ title }: { title: string }) {
  const { value, error, retry, setDone, fault } = useOnboarding();
  const [hidden, hide] = useHidden();
  if (value && (value.phases.length === 0 || (hidden && isComplete(value)))) {
    return <></>;
  }
  return (
    <SectionCard
      title={title}
      aside={value && <Link to="/onboarding">The whole checklist</Link>}
    >
      {error && (
        <ErrorState
          title="Your checklist could not be read"
          error={error}
          onRetry={retry}
        />
      )}
      {!value && !error && (
        <LoadingState label="Reading your checklist" lines={5} />
      )}
      {value && (
        <>
          <p role="status" className={styles.total}>
            <Progress done={value.done} total={value.total} />
          </p>
          {isComplete(value) && (
            <div className={styles.complete}>
              <StatusMark status="met">
                All is done. Welcome for good!
              </StatusMark>
              <Button size="small" variant="secondary" onPress={hide}>
                Hide this tile
              </Button>
            </div>
          )}
          <Checklist
            onboarding={value}
            open="current"
            setDone={setDone}
            fault={fault}
          />
        </>
      )}
    </SectionCard>
  );
}

/** What a new person does in their first weeks. Absent for everybody else. */
export function FirstWeeks({ title = '' }: { title?: string }) {
  const { value: me } = useMe();
  return me?.roles.includes('new-hire') ? <Card title={title} /> : <></>;
}
