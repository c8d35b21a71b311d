import { useApi } from '@backstage/frontend-plugin-api';
import { ScopePicker, useScopeRoots } from '@squadron/plugin-org-model-react';
import type { RowCell } from '@squadron/plugin-scorecards-common';
import {
  EmptyState,
  ErrorState,
  LoadingState,
  PageHeader,
  useLoad,
  useSearchParam,
} from '@squadron/ui';
import { useCallback, useMemo, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { scorecardsApiRef } from '../../api/scorecardsApi';
import { overviewAnswer } from '../../lib/overviewAnswer';
import { countIn } from '../../lib/ownCounts';
import { wholeHealth } from '../../lib/wholeHealth';
import { CellDrawer, CellTable } from '../Cells';
import { useViews } from '../ScorecardsPage/views';
import { Leaderboard } from './Leaderboard';
import { NextToFix } from './NextToFix';
import styles from './Overview.module.css';
import { OverviewFigures } from './OverviewFigures';
import { OverviewFilters } from './OverviewFilters';
import { OverviewHeatMap } from './OverviewHeatMap';
import { SampleNotice } from './SampleNotice';
import { OverviewData, useOverview } from './useOverview';
import { OverviewState, useOverviewState } from './useOverviewState';

/** Health by day of the only root; several roots have no common trend. */
function useTrend(root: string | undefined) {
  const api = useApi(scorecardsApiRef);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const [kind, rest] = (root ?? '').split(':');
      const [namespace, name] = rest.split('/');
      return api.health(
        { params: { kind, namespace, name }, query: {} },
        { signal },
      );
    },
    [api, root],
  );
  return useLoad(root ? load : undefined).value?.trend ?? [];
}

function Body(props: {
  data: OverviewData;
  state: OverviewState;
  roots: string[];
  followed?: string;
  onFollow: (group: string) => void;
}) {
  const { data, state, roots, followed, onFollow } = props;
  const { search } = useLocation();
  const [openKey, setOpen] = useSearchParam('cell');
  const keyOf = ({ kpi, entity }: RowCell) => `${kpi} ${entity}`;
  const tops = data.matrix.rows.filter(({ depth }) => depth === 0);
  const trend = useTrend(tops.length === 1 ? tops[0].ref : undefined);
  const health = useMemo(() => wholeHealth(data.matrix.rows), [data.matrix]);
  const shown = useMemo(
    () =>
      data.cells.filter(
        ({ status }) =>
          state.statuses.length === 0 || state.statuses.includes(status),
      ),
    [data.cells, state.statuses],
  );
  const total =
    state.statuses.length === 0
      ? data.total
      : tops.reduce((sum, row) => sum + countIn(row, state.statuses), 0);
  const hrefOf = (status: string) => {
    const params = new URLSearchParams(search);
    params.set('status', status);
    return `/scorecards?${params}`;
  };
  const open = data.cells.find(cell => keyOf(cell) === openKey);
  const onOpen = (cell: RowCell) => setOpen(keyOf(cell));
  return (
    <div className={styles.body}>
      <OverviewFigures health={health} trend={trend} hrefOf={hrefOf} />
      <SampleNotice cells={data.cells} total={data.total} />
      <OverviewFilters state={state} />
      <OverviewHeatMap
        data={data}
        state={state}
        onOpen={onOpen}
        followed={followed}
        onFollow={onFollow}
      />
      <div className={styles.beside}>
        <NextToFix roots={roots} />
        <Leaderboard roots={roots} />
      </div>
      <CellTable cells={shown} total={total} onOpen={onOpen} />
      {open && <CellDrawer cell={open} onClose={() => setOpen('')} />}
    </div>
  );
}

/** How the targets of the scope stand: what holds, what does not, what to fix first. */
export function OverviewPage() {
  const [now] = useState(() => new Date());
  const { roots } = useScopeRoots();
  const state = useOverviewState();
  const [followed, setFollowed] = useState<string>();
  const { value, error, retry } = useOverview(roots, state.categories);
  const answer =
    value &&
    overviewAnswer({
      rows: value.matrix.rows,
      worst: value.worst,
      now,
    });
  const isEmpty = value && value.total === 0;
  return (
    <>
      <PageHeader
        title="Scorecards"
        answer={answer}
        scope={<ScopePicker />}
        tabs={useViews()}
        activeTab="overview"
      />
      {error && !value && (
        <ErrorState
          title="The scorecards could not be read"
          error={error}
          onRetry={retry}
        />
      )}
      {!value && !error && (
        <LoadingState label="Reading the scorecards" lines={12} />
      )}
      {isEmpty && state.categories.length === 0 && (
        <EmptyState title="No KPI is defined for these groups">
          Choose a wider scope, or write a KPI below{' '}
          <code>catalog-info/scorecards</code>: it appears within seconds.
        </EmptyState>
      )}
      {value && roots && !(isEmpty && state.categories.length === 0) && (
        <Body
          data={value}
          state={state}
          roots={roots}
          followed={followed}
          onFollow={setFollowed}
        />
      )}
    </>
  );
}
