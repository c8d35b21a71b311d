import type { Commit } from '@squadron/plugin-git-common';
import { RelativeTime, SectionCard } from '@squadron/ui';
import styles from './Repository.module.css';

/** What was done last, newest first. */
export function LatestCommits({ commits }: { commits: readonly Commit[] }) {
  return (
    <SectionCard title="Latest commits">
      <ul className={styles.commits}>
        {commits.map(({ id, subject, author, at }) => (
          <li key={id} className={styles.commit}>
            <span>{subject}</span>
            <span className={styles.quiet}>
              {author}, <RelativeTime at={at} />{' '}
              <code title={id}>{id.slice(0, 8)}</code>
            </span>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
