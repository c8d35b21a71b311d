import { Button } from '@backstage/ui';
import { errorText } from './errorText';
import styles from './States.module.css';

export interface ErrorStateProps {
  error: Error;
  /** What could not be done, such as "The tree could not be read". */
  title?: string;
  /** Tries again; without it there is no button. */
  onRetry?: () => void;
}

function isRefusal(error: Error & { cause?: unknown }): boolean {
  const cause = error.cause as { name?: unknown } | undefined;
  return error.name === 'NotAllowedError' || cause?.name === 'NotAllowedError';
}

function Refusal() {
  return (
    <section className={styles.state} role="alert">
      <h2 className={styles.title}>You may not see this</h2>
      <p className={styles.text}>
        Your account has no permission for this page. Ask the lead of your group
        for access.
      </p>
    </section>
  );
}

/**
 * Says what failed and why, and offers to try again. An answer of 403 is told
 * as what it is: a missing permission, which trying again does not cure.
 */
export function ErrorState({
  error,
  title = 'This could not be read',
  onRetry,
}: ErrorStateProps) {
  if (isRefusal(error)) return <Refusal />;
  return (
    <section className={styles.state} role="alert">
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{errorText(error)}</p>
      {onRetry && (
        <div className={styles.actions}>
          <Button variant="secondary" onPress={onRetry}>
            Try again
          </Button>
        </div>
      )}
    </section>
  );
}
