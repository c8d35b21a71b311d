import { ReactNode, useId } from 'react';
import styles from './SectionCard.module.css';

export interface SectionCardProps {
  title: string;
  /** Right of the title: a count, a link to more. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A part of a page or of an entity, with a heading that names it. */
export function SectionCard({ title, aside, children }: SectionCardProps) {
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={id}>
      <header className={styles.header}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {aside && <div className={styles.aside}>{aside}</div>}
      </header>
      {children}
    </section>
  );
}
