import { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import styles from './PageHeader.module.css';
import { useDocumentTitle } from './useDocumentTitle';

/** A step above the page. */
export interface PageBreadcrumb {
  label: string;
  href: string;
}

/** A view of the page, with an address of its own. */
export interface PageTab {
  id: string;
  label: string;
  href: string;
}

export interface PageHeaderProps {
  title: string;
  /** One computed sentence that answers "so what?"; a screen reader hears it as soon as it is there. */
  answer?: ReactNode;
  breadcrumbs?: PageBreadcrumb[];
  /** The scope picker. */
  scope?: ReactNode;
  /** The time picker. */
  time?: ReactNode;
  /** Buttons that start something. */
  actions?: ReactNode;
  tabs?: PageTab[];
  activeTab?: string;
}

function Breadcrumbs({ items }: { items: PageBreadcrumb[] }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className={styles.breadcrumbs}>
        {items.map(({ label, href }) => (
          <li key={href}>
            <Link to={href}>{label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Tabs({ tabs, active }: { tabs: PageTab[]; active?: string }) {
  return (
    <nav className={styles.tabs} aria-label="Views">
      {tabs.map(({ id, label, href }) => (
        <Link key={id} to={href} aria-current={id === active && 'page'}>
          {label}
        </Link>
      ))}
    </nav>
  );
}

/** The top of every page: where it is, what it says, whose figures and which time it is about. */
export function PageHeader({
  title,
  answer,
  breadcrumbs = [],
  scope,
  time,
  actions,
  tabs = [],
  activeTab,
}: PageHeaderProps) {
  useDocumentTitle(title);
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        {breadcrumbs.length > 0 && <Breadcrumbs items={breadcrumbs} />}
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.answer} role="status">
          {answer}
        </p>
      </div>
      <div className={styles.controls}>
        {scope}
        {time}
        {actions}
      </div>
      {tabs.length > 0 && <Tabs tabs={tabs} active={activeTab} />}
    </header>
  );
}

/** The frame around a page's header and what is below it. */
export function Page({ children }: { children: ReactNode }) {
  return <main className={styles.page}>{children}</main>;
}
