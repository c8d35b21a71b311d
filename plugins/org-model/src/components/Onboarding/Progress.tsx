import type { OnboardingProgress } from '@squadron/plugin-org-model-common';
import { progressText } from './lib/onboardingView';
import styles from './Onboarding.module.css';

/** How much is done, in words and as a bar. */
export function Progress({ done, total }: OnboardingProgress) {
  const share = total > 0 ? (done / total) * 100 : 0;
  return (
    <span className={styles.progress}>
      <span className={styles.bar} aria-hidden="true">
        <span style={{ width: `${share}%` }} />
      </span>
      <span className={styles.figure}>{progressText({ done, total })}</span>
    </span>
  );
}
