import { Link } from '@backstage/ui';
import { Me } from '@squadron/plugin-org-model-common';
import { groupPath } from '@squadron/plugin-org-model-react';
import { rolesInWords } from './rolesInWords';
import styles from './Home.module.css';

/** Names the person, what they are here and their group. */
export const Greeting = ({ me }: { me?: Me }) => {
  const home = me?.groups.at(0);
  const roles = rolesInWords(me?.roles ?? []);
  return (
    <div>
      <h1 className={styles.title}>{me?.person?.title ?? 'Home'}</h1>
      <p className={styles.subtitle}>
        {me && 'Hello. '}
        {roles && `You are ${roles} here`}
        {roles && home && ', at home in '}
        {home && <Link href={groupPath(home.ref)}>{home.title}</Link>}
        {(roles || home) && '.'}
      </p>
    </div>
  );
};
