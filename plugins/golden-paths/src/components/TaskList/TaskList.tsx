import {
  Button,
  ButtonLink,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import { PersonLink } from '@squadron/plugin-org-model-react';
import {
  DataColumn,
  DataTable,
  EmptyState,
  ErrorState,
  LoadingState,
  RelativeTime,
  Status,
  StatusMark,
  useSearchParam,
} from '@squadron/ui';
import type { PathTask } from '../../lib/tasks';
import styles from './TaskList.module.css';
import { useTasks } from './useTasks';

const marks: Record<PathTask['status'], [status: Status, words: string]> = {
  open: ['no-data', 'waiting'],
  processing: ['no-data', 'under way'],
  completed: ['met', 'done'],
  failed: ['missed', 'failed'],
  cancelled: ['waived', 'cancelled'],
  skipped: ['no-data', 'skipped'],
};

const columns: DataColumn<PathTask>[] = [
  { id: 'subject', label: 'What', value: ({ subject }) => subject },
  { id: 'path', label: 'Golden path', value: ({ path }) => path },
  {
    id: 'status',
    label: 'State',
    value: ({ status }) => marks[status][1],
    render: ({ status }) => (
      <StatusMark status={marks[status][0]}>{marks[status][1]}</StatusMark>
    ),
  },
  {
    id: 'started',
    label: 'Started',
    value: ({ createdAt }) => createdAt,
    render: ({ createdAt }) => <RelativeTime at={createdAt} />,
  },
  {
    id: 'by',
    label: 'By',
    value: ({ by }) => by?.title,
    render: ({ by }) =>
      by && <PersonLink entityRef={by.ref}>{by.title}</PersonLink>,
  },
];

function Whose(props: { whose: string; onWhose: (whose: string) => void }) {
  const { whose, onWhose } = props;
  return (
    <ToggleButtonGroup
      aria-label="Whose"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[whose || 'owned']}
      onSelectionChange={([chosen]) => onWhose(chosen === 'all' ? 'all' : '')}
    >
      <ToggleButton id="owned" size="small">
        Mine
      </ToggleButton>
      <ToggleButton id="all" size="small">
        All that I may see
      </ToggleButton>
    </ToggleButtonGroup>
  );
}

function NoTasks({ areMine }: { areMine: boolean }) {
  return (
    <EmptyState
      title={
        areMine
          ? 'You have taken no golden path yet'
          : 'No golden path has been taken yet'
      }
      actions={
        <ButtonLink href="/create" variant="secondary">
          Choose one
        </ButtonLink>
      }
    >
      What is made, changed or taken away with one will be here, with its log.
    </EmptyState>
  );
}

/** Runs of golden paths, the latest first. */
export function TaskList() {
  const [whose, setWhose] = useSearchParam('whose');
  const { value, error, retry, showMore } = useTasks(
    whose === 'all' ? 'all' : 'owned',
  );
  const more = value ? value.total - value.tasks.length : 0;
  return (
    <div className={styles.page}>
      <Whose whose={whose} onWhose={setWhose} />
      {error && (
        <ErrorState
          title="The tasks could not be read"
          error={error}
          onRetry={retry}
        />
      )}
      {!value && !error && <LoadingState label="Reading the tasks" lines={6} />}
      {value && (
        <DataTable
          name="tasks"
          label="Tasks"
          rows={value.tasks}
          columns={columns}
          rowId={({ id }) => id}
          rowHref={({ id }) => `/create/tasks/${id}`}
          empty={<NoTasks areMine={whose !== 'all'} />}
        />
      )}
      {more > 0 && (
        <p className={styles.more}>
          <Button variant="secondary" onPress={showMore}>
            {`Show more of the other ${more}`}
          </Button>
        </p>
      )}
    </div>
  );
}
