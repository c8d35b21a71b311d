import { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { useMe } from '@squadron/plugin-org-model-react';
import { Fragment } from 'react';
import { useCatalogHolds } from '../holdings';
import { Greeting } from './Greeting';
import { HomeSearch } from './HomeSearch';
import { QuickStartTile } from './QuickStartTile';
import { quickStartOf } from './quickStart';
import styles from './Home.module.css';

/** Who you are, what you look for, what needs you. Without an answer the page stays usable. */
export const HomeLayout = ({ widgets }: HomePageLayoutProps) => {
  const { value: me } = useMe();
  const documents = Boolean(useCatalogHolds('documents'));
  const templates = Boolean(useCatalogHolds('templates'));
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <Greeting me={me} />
        <HomeSearch />
      </header>
      <QuickStartTile quickStart={quickStartOf(me, { documents, templates })} />
      <div className={styles.tiles}>
        {widgets.map((widget, index) => (
          <Fragment key={widget.name ?? index}>{widget.component}</Fragment>
        ))}
      </div>
    </main>
  );
};
