import { ButtonLink } from '@backstage/ui';
import { useLocation } from 'react-router-dom';
import styles from './NotFound.module.css';

/** Says that there is no such page, and where to look instead. */
export const NotFound = () => {
  const { pathname } = useLocation();
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>There is no page here</h1>
      <p>
        The portal has nothing at <code>{pathname}</code>. The address may be
        mistyped, or what was here has moved.
      </p>
      <div className={styles.actions}>
        <ButtonLink variant="primary" href="/search">
          Search
        </ButtonLink>
        <ButtonLink variant="secondary" href="/org">
          Org chart
        </ButtonLink>
        <ButtonLink variant="secondary" href="/">
          Go home
        </ButtonLink>
      </div>
    </div>
  );
};
