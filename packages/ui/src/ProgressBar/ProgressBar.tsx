import { useId } from 'react';
import styles from './ProgressBar.module.css';

export interface ProgressBarProps {
  /** What goes on, such as "Reading the file". */
  label: string;
  /** How much is done; without it nobody knows, and the bar only shows that work goes on. */
  done?: number;
  total?: number;
  /** How far it is, in words; "3 of 8" when left out. */
  words?: string;
}

function inWords({ done, total = 0, words }: ProgressBarProps): string {
  if (words !== undefined || done === undefined) return words ?? '';
  return `${done} of ${total}`;
}

/** How far something is, in words and as a bar; a screen reader hears the words as they change. */
export function ProgressBar(props: ProgressBarProps) {
  const { label, done, total = 0 } = props;
  const id = useId();
  const isKnown = done !== undefined;
  const share = total > 0 && done !== undefined ? Math.min(1, done / total) : 0;
  return (
    <div className={styles.progress}>
      <div className={styles.words}>
        <span id={id}>{label}</span>
        <span role="status" className={styles.figure}>
          {inWords(props)}
        </span>
      </div>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={isKnown ? 0 : undefined}
        aria-valuemax={isKnown ? total : undefined}
        aria-valuenow={isKnown ? Math.min(done, total) : undefined}
        aria-valuetext={inWords(props) || undefined}
        className={styles.bar}
        data-unknown={!isKnown || undefined}
      >
        <span style={isKnown ? { width: `${share * 100}%` } : undefined} />
      </div>
    </div>
  );
}
