import type { CellQueries } from '../services/CellQueries';
import type { HealthQueries } from '../services/HealthQueries';
import type { KpiQueries } from '../services/KpiQueries';
import type { MatrixQueries } from '../services/MatrixQueries';
import type { ScorecardQueries } from '../services/ScorecardQueries';
import type { SeriesQueries } from '../services/SeriesQueries';
import type { ScorecardsHandlers } from './types';

export interface CellRouteOptions {
  queries: {
    cells: CellQueries;
    health: HealthQueries;
    kpis: KpiQueries;
    matrix: MatrixQueries;
    scorecards: ScorecardQueries;
    series: SeriesQueries;
  };
}

/** Routes by which pages read how targets stand. */
export function cellRoutes({
  queries,
}: CellRouteOptions): Pick<
  ScorecardsHandlers,
  | 'kpis'
  | 'kpi'
  | 'scorecard'
  | 'health'
  | 'matrix'
  | 'series'
  | 'entities'
  | 'exportCsv'
  | 'nextToFix'
  | 'leaderboard'
> {
  return {
    kpis: ({ query }) => queries.kpis.list(query),
    kpi: ({ params }) => queries.kpis.get(params.kpi),
    scorecard: ({ params, query }) =>
      queries.scorecards.prepared(params, query.depth),
    health: ({ params, query }) => queries.health.prepared(params, query),
    matrix: ({ query }) => queries.matrix.prepared(query),
    series: ({ query }) => queries.series.get(query),
    entities: ({ query }) => queries.cells.prepared(query),
    exportCsv: ({ query }) => queries.cells.csv(query),
    nextToFix: ({ query }) => queries.cells.nextToFix(query),
    leaderboard: ({ query }) => queries.health.leaderboard(query),
  };
}
