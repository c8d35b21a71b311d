import { Skeleton, VisuallyHidden } from '@backstage/ui';
import styles from './States.module.css';

export interface LoadingStateProps {
  /** What is being read; a screen reader hears it. */
  label: string;
  /** How many lines the skeleton has. */
  lines?: number;
}

/** A skeleton of what comes. */
export function LoadingState({ label, lines = 6 }: LoadingStateProps) {
  return (
    <div className={styles.loading} role="status" aria-busy="true">
      <VisuallyHidden>{label}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} width={`${100 - (line % 3) * 12}%`} height={24} />
      ))}
    </div>
  );
}
