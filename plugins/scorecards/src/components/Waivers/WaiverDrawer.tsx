import { useApi } from '@backstage/frontend-plugin-api';
import { GroupLink, useMe } from '@squadron/plugin-org-model-react';
import { Link } from '@backstage/ui';
import {
  Drawer,
  ErrorState,
  LoadingState,
  StatusMark,
  useLoad,
} from '@squadron/ui';
import { useCallback } from 'react';
import { scorecardsApiRef } from '../../api/scorecardsApi';
import { kpiPath } from '../../lib/paths';
import { DecideForm } from './DecideForm';
import { waiverMark } from './lib/waiverView';
import styles from './Waivers.module.css';
import { WaiverStory } from './WaiverStory';

export interface WaiverDrawerProps {
  id: string;
  onChanged: () => void;
  onClose: () => void;
}

/** A waiver with its story, and the word of who may decide it. */
export function WaiverDrawer({ id, onChanged, onClose }: WaiverDrawerProps) {
  const api = useApi(scorecardsApiRef);
  const { value: me } = useMe();
  const load = useCallback(
    (signal: AbortSignal) => api.waiver({ params: { id } }, { signal }),
    [api, id],
  );
  const { value: waiver, error, retry } = useLoad(load);
  const mark = waiver && waiverMark(waiver);
  return (
    <Drawer
      title={waiver ? `Waiver for ${waiver.kpiTitle}` : 'Waiver'}
      subtitle={
        waiver && (
          <GroupLink entityRef={waiver.entity.ref}>
            {waiver.entity.title}
          </GroupLink>
        )
      }
      onClose={onClose}
      actions={
        waiver && (
          <Link href={kpiPath(waiver.kpi, waiver.entity.ref)}>Trend</Link>
        )
      }
    >
      {error && !waiver && (
        <ErrorState
          title="The waiver could not be read"
          error={error}
          onRetry={retry}
        />
      )}
      {!waiver && !error && <LoadingState label="Reading the waiver" />}
      {waiver && mark && (
        <div className={styles.form}>
          <p className={styles.text}>
            <StatusMark status={mark.status}>{mark.words}</StatusMark>
            {waiver.state === 'requested' && ` until ${waiver.until}`}
          </p>
          <WaiverStory waiver={waiver} />
          <DecideForm
            key={waiver.version}
            waiver={waiver}
            me={me?.person?.ref}
            leads={
              me?.groups.some(
                ({ ref, leads }) => leads && ref === waiver.group.ref,
              ) ?? false
            }
            onDecided={() => {
              retry();
              onChanged();
            }}
          />
        </div>
      )}
    </Drawer>
  );
}
