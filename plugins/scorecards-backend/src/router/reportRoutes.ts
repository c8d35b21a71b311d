import type { ReportQueries } from '../services/ReportQueries';
import type { ScorecardsHandlers } from './types';

export interface ReportRouteOptions {
  reports: ReportQueries;
}

/** Routes about what became of targets in a week or month. */
export function reportRoutes(
  options: ReportRouteOptions,
): Pick<ScorecardsHandlers, 'report' | 'reportCsv'> {
  const { reports } = options;
  return {
    report: ({ params, query }) => reports.get(params.period, query.root),
    reportCsv: ({ params, query }) => reports.csv(params.period, query.root),
  };
}
