import { PageLayoutTab } from '@backstage/frontend-plugin-api';
import { NavLink } from 'react-router-dom';
import styles from './PageTabs.module.css';

/** The sub-pages of a page. They are links to addresses, so they are a navigation. */
export const PageTabs = (props: {
  tabs: PageLayoutTab[];
  parentPath: string;
}) => (
  <nav aria-label="Views" className={styles.tabs}>
    {props.tabs.map(tab => (
      <NavLink
        key={tab.id}
        to={
          tab.href.startsWith('/')
            ? tab.href
            : `${props.parentPath}/${tab.href}`.replace(/\/{2,}/g, '/')
        }
        className={({ isActive }) => (isActive ? styles.current : styles.tab)}
      >
        {tab.label}
      </NavLink>
    ))}
  </nav>
);
