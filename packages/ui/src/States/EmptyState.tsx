import { ReactNode } from 'react';
import styles from './States.module.css';

export interface EmptyStateProps {
  /** What is not here, such as "No group has this name". */
  title: string;
  /** What will be here and how to start it. */
  children: ReactNode;
  /** Buttons or links that start it. */
  actions?: ReactNode;
}

/** Says what will be here and how to start it. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <section className={styles.state}>
      <h2 className={styles.title}>{title}</h2>
      <div className={styles.text}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </section>
  );
}
