import { useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { GroupAnswer, Person } from '@squadron/plugin-org-model-common';
import {
  groupPath,
  orgModelApiRef,
  PersonLink,
} from '@squadron/plugin-org-model-react';
import { ErrorState, LoadingState, SectionCard, useLoad } from '@squadron/ui';
import { useCallback } from 'react';
import { Link } from 'react-router-dom';
import { useGroupAnswer } from '../../hooks/useGroupAnswer';
import { workedBy } from '../../lib/workedBy';
import styles from './People.module.css';

const SHOWN = 8;

function leadFirst(people: Person[], lead: string | undefined): Person[] {
  return [...people].sort(
    (a, b) => Number(b.ref === lead) - Number(a.ref === lead),
  );
}

function NoneOfItsOwn({ group }: { group: GroupAnswer }) {
  const squad = workedBy(group);
  if (squad) {
    return (
      <>
        The people of{' '}
        <Link to={`${groupPath(squad.ref)}/people`}>{squad.title}</Link> work
        here.
      </>
    );
  }
  return (
    <>
      {group.rollUp.people.total
        ? 'Nobody is in the group itself; its people are in the groups below.'
        : 'Nobody is in it yet.'}
    </>
  );
}

/** The first of a group's own people beside its charter; all of them, with those below, are one click away. */
export function PeopleCard() {
  const { entity } = useEntity();
  const api = useApi(orgModelApiRef);
  const { value: group } = useGroupAnswer(entity);
  const ref = group?.ref;
  const load = useCallback(
    (signal: AbortSignal) =>
      api.people(
        { query: { group: ref, direct: 'true', limit: SHOWN } },
        { signal },
      ),
    [api, ref],
  );
  const { value, error, retry } = useLoad(ref ? load : undefined);
  if (!group) return null;
  const { total } = group.rollUp.people;
  return (
    <SectionCard
      title="People"
      aside={
        total > 0 && (
          <Link to={`${groupPath(stringifyEntityRef(entity))}/people`}>
            All {total}
          </Link>
        )
      }
    >
      {error && (
        <ErrorState
          title="The people could not be read"
          error={error}
          onRetry={retry}
        />
      )}
      {!value && !error && <LoadingState label="Reading people" lines={3} />}
      {value && value.items.length > 0 && (
        <ul className={styles.list}>
          {leadFirst(value.items, group.lead).map(person => (
            <li key={person.ref}>
              <PersonLink entityRef={person.ref}>{person.title}</PersonLink>
              <span className={styles.quiet}>
                {person.name}
                {person.role &&
                  !person.title.startsWith(person.role) &&
                  ` · ${person.role}`}
                {person.ref === group.lead && ' · leads it'}
              </span>
            </li>
          ))}
        </ul>
      )}
      {value?.items.length === 0 && (
        <p className={styles.quiet}>
          <NoneOfItsOwn group={group} />
        </p>
      )}
    </SectionCard>
  );
}
