import { useApi } from '@backstage/frontend-plugin-api';
import type { NewPerson } from '@squadron/plugin-org-model-common';
import {
  isLead,
  orgModelApiRef,
  useMe,
} from '@squadron/plugin-org-model-react';
import { ErrorState, RelativeTime, SectionCard, useLoad } from '@squadron/ui';
import { useCallback, useState } from 'react';
import { Link } from 'react-router-dom';
import { NewPersonDrawer } from './NewPersonDrawer';
import styles from './Onboarding.module.css';
import { Progress } from './Progress';
import { Standing } from './Standing';

const SHOWN = 6;

function Row(props: { progress: NewPerson; onOpen: () => void }) {
  const { progress, onOpen } = props;
  const { person, done, total } = progress;
  return (
    <li className={styles.row}>
      <span className={styles.words}>
        <button type="button" className={styles.open} onClick={onOpen}>
          {person.title}
        </button>
        <span className={styles.quiet}>
          {person.name}
          {person.joinedAt && (
            <>
              {' · joined '}
              <RelativeTime at={person.joinedAt} />
            </>
          )}
        </span>
      </span>
      <span className={styles.standing}>
        <Progress done={done} total={total} />
        <Standing progress={progress} />
      </span>
    </li>
  );
}

function Card({ title }: { title: string }) {
  const api = useApi(orgModelApiRef);
  const { value, error, retry } = useLoad(
    useCallback(
      (signal: AbortSignal) =>
        api.newPeople({ query: { limit: SHOWN } }, { signal }),
      [api],
    ),
  );
  const [opened, setOpened] = useState<NewPerson['person']>();
  if (error) {
    return (
      <SectionCard title={title}>
        <ErrorState
          title="Your new people could not be read"
          error={error}
          onRetry={retry}
        />
      </SectionCard>
    );
  }
  // Nothing to follow is nothing to show, and so is what is not known yet.
  if (!value?.total) return <></>;
  return (
    <SectionCard
      title={title}
      aside={
        <Link to="/onboarding">
          {value.total > SHOWN ? `All ${value.total}` : 'As a table'}
        </Link>
      }
    >
      <ul className={styles.list}>
        {value.items.map(progress => (
          <Row
            key={progress.person.ref}
            progress={progress}
            onOpen={() => setOpened(progress.person)}
          />
        ))}
      </ul>
      {opened && (
        <NewPersonDrawer
          entityRef={opened.ref}
          title={opened.title}
          onClose={() => setOpened(undefined)}
        />
      )}
    </SectionCard>
  );
}

/** How far the new people of a lead are. Absent for who leads nobody new. */
export function NewPeople({ title = '' }: { title?: string }) {
  const { value: me } = useMe();
  return me && isLead(me) ? <Card title={title} /> : <></>;
}
