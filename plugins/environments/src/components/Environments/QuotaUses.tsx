import type { QuotaUse } from '../../lib/quotas';
import styles from './Environments.module.css';

/** How much of a quota is used, each in words and, where it can be compared, as a bar. */
export function QuotaUses({ uses }: { uses: readonly QuotaUse[] }) {
  if (uses.length === 0) return <>–</>;
  return (
    <ul className={styles.quotas}>
      {uses.map(({ label, words, share }) => (
        <li key={label}>
          <span className={styles.quotaLabel}>{label}</span>
          <span className={styles.quotaBar} aria-hidden="true">
            {share !== undefined && (
              <span style={{ width: `${share * 100}%` }} />
            )}
          </span>
          <span className={styles.figure}>{words}</span>
        </li>
      ))}
    </ul>
  );
}
