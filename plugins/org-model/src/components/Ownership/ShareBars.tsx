import type { Ownership } from '@squadron/plugin-org-model-common';
import { GroupLink, groupName } from '@squadron/plugin-org-model-react';
import { StatusMark } from '@squadron/ui';
import { CSSProperties } from 'react';
import { Link } from 'react-router-dom';
import { shareBars } from './lib/ownershipView';
import styles from './Ownership.module.css';

/** What each part of the scope owns, as bars with numbers. */
export function ShareBars({ shares }: { shares: Ownership['shares'] }) {
  const bars = shareBars(shares);
  if (!bars.length) return null;
  return (
    <section className={styles.section} aria-labelledby="share-owned">
      <h2 id="share-owned" className={styles.head}>
        Share owned, with everything below
      </h2>
      <table className={styles.bars}>
        <thead>
          <tr>
            <th scope="col">Group</th>
            <th scope="col">Share of what is owned</th>
            <th scope="col">Entities</th>
            <th scope="col">People</th>
            <th scope="col">Each</th>
          </tr>
        </thead>
        <tbody>
          {bars.map(bar => (
            <tr key={bar.ref}>
              <th scope="row">
                <GroupLink entityRef={bar.ref}>{bar.title}</GroupLink>{' '}
                {bar.planned && (
                  <StatusMark status="no-data">planned</StatusMark>
                )}
              </th>
              <td>
                <Link
                  className={styles.track}
                  to={`/org/ownership?scope=${encodeURIComponent(groupName(bar.ref))}`}
                  aria-label={`${bar.percent} %: what ${bar.title} is made of`}
                >
                  <span
                    className={styles.bar}
                    style={{ '--length': bar.length } as CSSProperties}
                  />
                  <span className={styles.percent}>
                    {bar.percent}
                    <span className={styles.quiet}> %</span>
                  </span>
                </Link>
              </td>
              <td>{bar.owned}</td>
              <td>{bar.people}</td>
              <td>{bar.perPerson ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
