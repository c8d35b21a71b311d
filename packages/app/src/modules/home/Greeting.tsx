import { Link } from '@backstage/ui';
import { Me } from '@squadron/plugin-org-model-common';
import { groupPath } from '@squadron/plugin-org-model-react';
import styles from './Home.module.css';

/** Names the person, the role and the squad. */
export const Greeting = ({ me }: { me?: Me }) => {
  const person = me?.person;
  const home = me?.groups.at(0);
  return (
    <div>
      <h1 className={styles.title}>
        {person ? `Hello, ${person.title}` : 'Home'}
      </h1>
      <p className={styles.subtitle}>
        {person?.role}
        {person?.role && home && ' · '}
        {home && <Link href={groupPath(home.ref)}>{home.title}</Link>}
      </p>
    </div>
  );
};
