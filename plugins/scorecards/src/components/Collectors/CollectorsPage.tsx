import { useApi } from '@backstage/frontend-plugin-api';
import type { CollectorStatus } from '@squadron/plugin-scorecards-common';
import { Link } from '@backstage/ui';
import {
  ErrorState,
  LoadingState,
  PageHeader,
  useLoad,
  useSearchParam,
} from '@squadron/ui';
import { useCallback } from 'react';
import { scorecardsApiRef } from '../../api/scorecardsApi';
import { useViews } from '../ScorecardsPage/views';
import { CollectorDrawer } from './CollectorDrawer';
import { CollectorTable } from './CollectorTable';
import { collectorsAnswer } from './lib/collectorView';

/** Where samples come from, and how their collectors fare. */
export function CollectorsPage() {
  const api = useApi(scorecardsApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.collectors({}, { signal }),
    [api],
  );
  const { value, error, retry } = useLoad(load);
  const [openId, setOpen] = useSearchParam('collector');
  const open = value?.items.find(({ id }) => id === openId);
  return (
    <>
      <PageHeader
        title="Scorecards"
        answer={value && collectorsAnswer(value)}
        actions={<Link href="/scorecards/import">Upload CSV</Link>}
        tabs={useViews()}
        activeTab="collectors"
      />
      {error && !value && (
        <ErrorState
          title="The collectors could not be read"
          error={error}
          onRetry={retry}
        />
      )}
      {!value && !error && <LoadingState label="Reading the collectors" />}
      {value && (
        <CollectorTable
          collectors={value.items}
          onOpen={({ id }: CollectorStatus) => setOpen(id)}
        />
      )}
      {open && (
        <CollectorDrawer
          collector={open}
          onRun={retry}
          onClose={() => setOpen('')}
        />
      )}
    </>
  );
}
