import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { GroupAnswer, Person } from '@squadron/plugin-org-model-common';
import { groupPath } from '@squadron/plugin-org-model-react';
import {
  DataColumn,
  DataTable,
  EmptyState,
  ErrorState,
  LoadingState,
  SectionCard,
  useSearchParam,
} from '@squadron/ui';
import { useGroupAnswer } from '../../hooks/useGroupAnswer';
import styles from './People.module.css';
import { People, usePeople } from './usePeople';

const columns: DataColumn<Person>[] = [
  { id: 'person', label: 'Person', value: person => person.title },
  { id: 'name', label: 'Name', value: person => person.name },
  { id: 'role', label: 'Role', value: person => person.role },
  { id: 'home', label: 'Home', value: person => person.home },
  {
    id: 'leads',
    label: 'Leads',
    value: person => person.leads.join(', ') || undefined,
  },
  {
    id: 'joined',
    label: 'Joined',
    value: person => person.joinedAt,
    width: '7.5rem',
  },
];

function Table({ people, group }: { people: People; group: GroupAnswer }) {
  const { error, total, retry } = people;
  if (error && !people.people.length) {
    return (
      <ErrorState
        title="The people could not be read"
        error={error}
        onRetry={retry}
      />
    );
  }
  if (total === undefined) {
    return <LoadingState label="Reading people" lines={8} />;
  }
  return (
    <>
      {error && (
        <ErrorState
          title="Not all people could be read"
          error={error}
          onRetry={retry}
        />
      )}
      <p role="status" className={styles.progress}>
        {!people.complete &&
          !error &&
          `Reading on: ${people.people.length} of ${total} people are here.`}
      </p>
      <DataTable
        name="people"
        label={`People of ${group.title}`}
        columns={columns}
        rows={people.people}
        rowId={person => person.ref}
        rowHref={person => groupPath(person.ref)}
        empty={
          <EmptyState title={`Nobody is in ${group.title} yet`}>
            People stand here as soon as they are written under{' '}
            <code>people</code> of the group in its definition file.
          </EmptyState>
        }
      />
    </>
  );
}

/** The people of a group and of everything below it, as a page of the group. */
export function PeopleContent() {
  const { entity } = useEntity();
  const group = useGroupAnswer(entity);
  const [which, setWhich] = useSearchParam('people');
  const direct = which === 'direct';
  const people = usePeople(group.value?.ref, direct);
  if (group.error) {
    return (
      <ErrorState
        title="The group could not be read"
        error={group.error}
        onRetry={group.retry}
      />
    );
  }
  if (!group.value) return <LoadingState label="Reading the group" />;
  const { rollUp } = group.value;
  return (
    <SectionCard
      title="People"
      aside={
        rollUp.descendants > 0 && (
          <ToggleButtonGroup
            aria-label="Which people"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[direct ? 'direct' : 'all']}
            onSelectionChange={keys =>
              setWhich(keys.has('direct') ? 'direct' : '')
            }
          >
            <ToggleButton id="all">
              {`With everything below ${rollUp.people.total}`}
            </ToggleButton>
            <ToggleButton id="direct">
              {`Its own ${rollUp.people.direct}`}
            </ToggleButton>
          </ToggleButtonGroup>
        )
      }
    >
      <Table people={people} group={group.value} />
    </SectionCard>
  );
}
