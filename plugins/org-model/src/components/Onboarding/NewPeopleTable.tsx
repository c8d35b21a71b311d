import type { NewPerson } from '@squadron/plugin-org-model-common';
import {
  DataColumn,
  DataTable,
  KeyFigure,
  KeyFigureRow,
  useSearchParam,
} from '@squadron/ui';
import { isComplete, isIdle } from './lib/onboardingView';
import { NewPersonDrawer } from './NewPersonDrawer';
import styles from './Onboarding.module.css';
import { Standing } from './Standing';

const columns: DataColumn<NewPerson>[] = [
  { id: 'person', label: 'Person', value: ({ person }) => person.title },
  { id: 'name', label: 'Name', value: ({ person }) => person.name },
  { id: 'group', label: 'Group', value: ({ person }) => person.home },
  {
    id: 'joined',
    label: 'Joined',
    value: ({ person }) => person.joinedAt,
    render: ({ person }) => (
      <span className={styles.nowrap}>{person.joinedAt}</span>
    ),
    width: '7.5rem',
  },
  {
    id: 'done',
    label: 'Done',
    value: ({ done }) => done,
    render: ({ done, total }) => (
      <span className={styles.nowrap}>{`${done} of ${total}`}</span>
    ),
    numeric: true,
    width: '6rem',
  },
  {
    id: 'open',
    label: 'Open',
    value: ({ done, total }) => total - done,
    numeric: true,
    width: '5rem',
  },
  {
    id: 'last',
    label: 'Last activity',
    value: ({ lastDoneAt }) => lastDoneAt,
    render: progress => <Standing progress={progress} />,
    width: '11rem',
  },
];

function Figures({ people }: { people: NewPerson[] }) {
  const idle = people.filter(isIdle).length;
  const ready = people.filter(isComplete).length;
  return (
    <KeyFigureRow label="New people in figures">
      <KeyFigure
        label="New people"
        value={people.length}
        detail="joined in the last 90 days"
      />
      <KeyFigure
        label="Not begun"
        value={idle}
        unit={`of ${people.length}`}
        status={idle > 0 ? 'at-risk' : 'met'}
        detail={idle > 0 ? 'to remind' : 'nobody to remind'}
      />
      <KeyFigure
        label="All done"
        value={ready}
        unit={`of ${people.length}`}
        detail="have finished their checklist"
      />
    </KeyFigureRow>
  );
}

/** Where a lead's new people stand; each opens their checklist. */
export function NewPeopleTable({ people }: { people: NewPerson[] }) {
  const [openedRef, setOpened] = useSearchParam('person');
  const opened = people.find(({ person }) => person.ref === openedRef)?.person;
  return (
    <section className={styles.section} aria-labelledby="new-people">
      <h2 id="new-people" className={styles.head}>
        New people
      </h2>
      <Figures people={people} />
      <DataTable
        name="new-people"
        label="New people below the groups that you lead"
        columns={columns}
        rows={people}
        rowId={({ person }) => person.ref}
        onRowAction={({ person }) => setOpened(person.ref)}
      />
      {opened && (
        <NewPersonDrawer
          entityRef={opened.ref}
          title={opened.title}
          onClose={() => setOpened('')}
        />
      )}
    </section>
  );
}
