import { useApi } from '@backstage/frontend-plugin-api';
import type { Kpi } from '@squadron/plugin-scorecards-common';
import {
  ScopePicker,
  groupName,
  useOrgTree,
  useScopeRoots,
} from '@squadron/plugin-org-model-react';
import {
  DataColumn,
  DataTable,
  EmptyState,
  ErrorState,
  LoadingState,
  PageHeader,
  useLoad,
} from '@squadron/ui';
import { useCallback, useMemo } from 'react';
import { scorecardsApiRef } from '../../api/scorecardsApi';
import { kpiPath } from '../../lib/paths';
import { useViews } from '../ScorecardsPage/views';
import { definitionsAnswer, targetText } from './lib/definitions';

function columnsOf(titleOf: (ref: string) => string): DataColumn<Kpi>[] {
  return [
    { id: 'title', label: 'KPI', value: kpi => kpi.title, width: '20%' },
    { id: 'owner', label: 'Owner', value: kpi => titleOf(kpi.owner) },
    { id: 'category', label: 'Category', value: kpi => kpi.category },
    { id: 'target', label: 'Target', numeric: true, value: targetText },
    { id: 'text', label: 'As the document writes it', value: kpi => kpi.text },
    {
      id: 'document',
      label: 'Document',
      value: ({ document: { title, section } }) =>
        section ? `${title}, ${section}` : title,
    },
    { id: 'source', label: 'Source', value: kpi => kpi.source.text },
  ];
}

/** Every KPI with its target, where the target stands and where its samples come from. */
export function KpisPage() {
  const api = useApi(scorecardsApiRef);
  const { roots } = useScopeRoots();
  const { value: tree } = useOrgTree();
  const key = roots && JSON.stringify(roots);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.kpis({ query: { root: JSON.parse(key ?? '[]') } }, { signal }),
    [api, key],
  );
  const { value, error, retry } = useLoad(key === undefined ? undefined : load);
  const columns = useMemo(
    () => columnsOf(ref => tree?.byRef.get(ref)?.title ?? groupName(ref)),
    [tree],
  );
  return (
    <>
      <PageHeader
        title="Scorecards"
        answer={value && definitionsAnswer(value.items)}
        scope={<ScopePicker />}
        tabs={useViews()}
        activeTab="kpis"
      />
      {error && !value && (
        <ErrorState
          title="The definitions could not be read"
          error={error}
          onRetry={retry}
        />
      )}
      {!value && !error && <LoadingState label="Reading the KPIs" lines={12} />}
      {value && (
        <DataTable
          name="kpis"
          label="Definitions of KPIs"
          rows={value.items}
          columns={columns}
          rowId={({ id }) => id}
          rowHref={({ id }) => kpiPath(id)}
          empty={
            <EmptyState title="No KPI is defined for these groups">
              Write one below <code>catalog-info/scorecards</code>; it appears
              here within seconds. <code>npm run org -- lint</code> checks it.
            </EmptyState>
          }
        />
      )}
    </>
  );
}
