import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  groupPath,
  orgModelApiRef,
  PersonLink,
  useMe,
  useOrgTree,
} from '@squadron/plugin-org-model-react';
import { ErrorState, LoadingState, SectionCard, useLoad } from '@squadron/ui';
import { useCallback } from 'react';
import { Link } from 'react-router-dom';
import styles from './HomeWidgets.module.css';
import { peopleToMeet } from './lib/peopleToMeet';

const ASKED = 10;

function Meet({ me, home }: { me: string; home: string }) {
  const api = useApi(orgModelApiRef);
  const tree = useOrgTree();
  const mates = useLoad(
    useCallback(
      (signal: AbortSignal) =>
        api.people(
          { query: { group: home, direct: 'true', limit: ASKED } },
          { signal },
        ),
      [api, home],
    ),
  );
  if (mates.error) {
    return <ErrorState error={mates.error} onRetry={mates.retry} />;
  }
  if (!mates.value || !tree.value) {
    return <LoadingState label="Reading whom to meet" lines={4} />;
  }
  const people = peopleToMeet({
    me,
    home,
    tree: tree.value,
    mates: mates.value.items,
  });
  return (
    <>
      <ul className={styles.list}>
        {people.map(({ ref, title, why }) => (
          <li key={ref} className={styles.row}>
            <span className={styles.main}>
              <PersonLink entityRef={ref}>{title}</PersonLink>
              <span className={styles.quiet}>
                {parseEntityRef(ref).name} · {why}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <Link className={styles.link} to={`${groupPath(home)}/people`}>
        Everybody in your group
      </Link>
    </>
  );
}

/** Whom a new hire should meet first. Absent for everybody else. */
export function PeopleToMeet({ title = '' }: { title?: string }) {
  const { value } = useMe();
  const person = value?.person;
  const home = person?.memberOf[0];
  if (!person || !home || !value.roles.includes('new-hire')) return <></>;
  return (
    <SectionCard title={title}>
      <Meet me={person.ref} home={home} />
    </SectionCard>
  );
}
