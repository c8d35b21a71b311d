import { Link } from '@backstage/ui';
import styles from './DocsPage.module.css';
import type { Site } from './docsIndex';

/** Where people begin in the handbook. */
const doors: Record<string, [path: string, title: string][]> = {
  'component:default/squadron': [
    ['start-here/first-day', 'Your first day'],
    ['guides/engineer', 'Guide for engineers'],
    ['operate', 'How we operate'],
    ['portal/how-it-works', 'How the portal works'],
  ],
};

/** A site for all, with its description in full. */
export const SiteCard = ({ site }: { site: Site }) => (
  <article className={styles.card}>
    <h2 className={styles.heading}>
      <Link href={site.href}>{site.title}</Link>
    </h2>
    {site.description && <p className={styles.text}>{site.description}</p>}
    {doors[site.ref] && (
      <ul className={styles.doors}>
        {doors[site.ref].map(([path, title]) => (
          <li key={path}>
            <Link href={`${site.href}/${path}/`}>{title}</Link>
          </li>
        ))}
      </ul>
    )}
  </article>
);
