import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import type { Onboarding } from '@squadron/plugin-org-model-common';
import { groupPath, orgModelApiRef } from '@squadron/plugin-org-model-react';
import {
  Drawer,
  ErrorState,
  LoadingState,
  RelativeTime,
  useLoad,
} from '@squadron/ui';
import { useCallback } from 'react';
import { Checklist } from './Checklist';
import styles from './Onboarding.module.css';
import { Progress } from './Progress';

function Subtitle({ onboarding }: { onboarding: Onboarding }) {
  const { person, checklists } = onboarding;
  return (
    <>
      {[person?.name, person?.home].filter(Boolean).join(' · ')}
      {person?.joinedAt && (
        <>
          {' · joined '}
          <RelativeTime at={person.joinedAt} />
        </>
      )}
      <br />
      Checklists: {checklists.map(({ title }) => title).join(', ') || 'none'}
    </>
  );
}

/** How far somebody is whom the reader leads, to read only. */
export function NewPersonDrawer(props: {
  entityRef: string;
  /** Their title, as long as the checklist is on its way. */
  title: string;
  onClose: () => void;
}) {
  const { entityRef, title, onClose } = props;
  const api = useApi(orgModelApiRef);
  const { value, error, retry } = useLoad(
    useCallback(
      (signal: AbortSignal) =>
        api.newPerson({ params: parseEntityRef(entityRef) }, { signal }),
      [api, entityRef],
    ),
  );
  return (
    <Drawer
      title={value?.person?.title ?? title}
      subtitle={value && <Subtitle onboarding={value} />}
      onClose={onClose}
      actions={
        <ButtonLink href={groupPath(entityRef)} variant="secondary">
          Open their page
        </ButtonLink>
      }
    >
      {error && (
        <ErrorState
          title="The checklist could not be read"
          error={error}
          onRetry={retry}
        />
      )}
      {!value && !error && <LoadingState label="Reading the checklist" />}
      {value && (
        <>
          <p className={styles.total}>
            <Progress done={value.done} total={value.total} />
          </p>
          <Checklist onboarding={value} open="all" />
        </>
      )}
    </Drawer>
  );
}
