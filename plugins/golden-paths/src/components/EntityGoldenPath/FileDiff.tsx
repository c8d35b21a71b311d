import type { FileChange } from '@squadron/plugin-golden-paths-common';
import { diffLines } from '../../lib/diffLines';
import styles from './EntityGoldenPath.module.css';

const kinds: Record<FileChange['kind'], string> = {
  added: 'new',
  changed: 'changed',
  removed: 'goes',
};

/** A file with its lines, those that come and those that go. */
export function FileDiff({ change }: { change: FileChange }) {
  const { path, kind, diff } = change;
  return (
    <details className={styles.change} open>
      <summary>
        <code>{path}</code> <span className={styles.quiet}>{kinds[kind]}</span>
      </summary>
      <pre className={styles.diff} aria-label={`Lines of ${path}`}>
        {diffLines(diff).map(({ kind: of, text }, at) => (
          <span key={at} className={styles.diffLine} data-kind={of}>
            {text}
            {'\n'}
          </span>
        ))}
      </pre>
    </details>
  );
}
