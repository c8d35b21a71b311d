import { useApi } from '@backstage/frontend-plugin-api';
import type {
  FileChange,
  ProjectUpdate,
} from '@squadron/plugin-golden-paths-common';
import {
  Drawer,
  ErrorState,
  LoadingState,
  StatusMark,
  useLoad,
} from '@squadron/ui';
import { useCallback } from 'react';
import { goldenPathsApiRef } from '../../api/goldenPathsApi';
import { type GoldenPath, formPath } from '../../lib/goldenPaths';
import { requestNames } from '../../lib/requestNames';
import { FileDiff } from './FileDiff';
import styles from './EntityGoldenPath.module.css';
import { UpdateActions } from './UpdateActions';

/** What happens with files that are in conflict, where the portal keeps the repository. */
function MergedInClone() {
  return (
    <p className={styles.text}>
      The project and its golden path have changed the same lines, so nothing is
      merged by itself. <strong>Prepare the merge</strong> puts the newer
      version on the branch <code>template</code> and leaves <code>main</code>{' '}
      as it is; its task says so by failing. Merge that branch in a clone and
      settle these files; whoever runs the portal brings the result to{' '}
      <code>main</code>, as the portal takes no push.
    </p>
  );
}

function MergedOnHost({ request }: { request: string }) {
  return (
    <p className={styles.text}>
      The project and its golden path have changed the same lines. The {request}{' '}
      shows them too: settle these files there, or on its branch in a clone,
      before it is merged.
    </p>
  );
}

function Conflicts({ conflicts, host }: ProjectUpdate) {
  if (conflicts.length === 0) return null;
  return (
    <section aria-label="Conflicts">
      <h3 className={styles.title}>
        <StatusMark status="missed">
          {conflicts.length === 1
            ? '1 file is in conflict'
            : `${conflicts.length} files are in conflict`}
        </StatusMark>
      </h3>
      {host ? <MergedOnHost request={requestNames[host]} /> : <MergedInClone />}
      {conflicts.map(change => (
        <FileDiff key={change.path} change={change} />
      ))}
    </section>
  );
}

function Changes({ changes }: { changes: FileChange[] }) {
  return (
    <section aria-label="Changes">
      <h3 className={styles.title}>
        {changes.length === 1
          ? '1 file changes'
          : `${changes.length} files change`}
      </h3>
      {changes.map(change => (
        <FileDiff key={change.path} change={change} />
      ))}
    </section>
  );
}

function Update({ update }: { update: ProjectUpdate }) {
  if (!update.isOutdated) {
    return (
      <p className={styles.text}>
        <StatusMark status="met">
          {update.from} is the latest version: there is nothing to bring in.
        </StatusMark>
      </p>
    );
  }
  return (
    <>
      <Conflicts {...update} />
      <Changes changes={update.changes} />
    </>
  );
}

/** What a newer version of its golden path would change in a project. */
export function UpdateDrawer(props: {
  name: string;
  component: string;
  /** The golden path that brings a newer version in. */
  upgrade?: GoldenPath;
  /** The reader may bring it in; nothing until that is known. */
  isAllowed?: boolean;
  /** Who may, in words. */
  who: string;
  onClose: () => void;
}) {
  const { name, component, upgrade, isAllowed, who, onClose } = props;
  const api = useApi(goldenPathsApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.projectUpdate({ params: { component } }, { signal }),
    [api, component],
  );
  const { value, error, retry } = useLoad(load);
  return (
    <Drawer
      title={`Update ${name}`}
      subtitle={value && `${value.templateTitle}, ${value.from} → ${value.to}`}
      isWide
      onClose={onClose}
      actions={
        value?.isOutdated && (
          <UpdateActions
            update={value}
            form={upgrade && formPath(upgrade, { component })}
            isAllowed={isAllowed}
            who={who}
          />
        )
      }
    >
      {!value && !error && (
        <LoadingState label="Rendering the newer version" lines={8} />
      )}
      {error && (
        <ErrorState
          title="The update could not be rendered"
          error={error}
          onRetry={retry}
        />
      )}
      {value && <Update update={value} />}
    </Drawer>
  );
}
