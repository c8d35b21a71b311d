import type { OnboardingProgress } from '@squadron/plugin-org-model-common';
import { RelativeTime, StatusMark } from '@squadron/ui';
import { isComplete, isIdle } from './lib/onboardingView';
import styles from './Onboarding.module.css';

/** When they last ticked something, or that nothing or everything is done. */
export function Standing({ progress }: { progress: OnboardingProgress }) {
  const { lastDoneAt } = progress;
  if (isComplete(progress)) {
    return <StatusMark status="met">all done</StatusMark>;
  }
  if (isIdle(progress)) {
    return <StatusMark status="no-data">not begun</StatusMark>;
  }
  if (!lastDoneAt) return <span className={styles.quiet}>no checklist</span>;
  return (
    <span className={styles.quiet}>
      last <RelativeTime at={lastDoneAt} />
    </span>
  );
}
