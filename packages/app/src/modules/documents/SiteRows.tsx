import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { useId } from 'react';
import styles from './DocsPage.module.css';
import type { Site } from './docsIndex';

/** Sites under a heading, a line each. */
export const SiteRows = (props: { title: string; sites: Site[] }) => {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {props.title}
      </h2>
      <ul className={styles.rows}>
        {props.sites.map(site => (
          <li key={site.ref} className={styles.row}>
            <Link href={site.href}>{site.title}</Link>
            <span className={styles.description} title={site.description}>
              {site.description}
            </span>
            {site.owner && <EntityRefLink entityRef={site.owner} />}
          </li>
        ))}
      </ul>
    </section>
  );
};
