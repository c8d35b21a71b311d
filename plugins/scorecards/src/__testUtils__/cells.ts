import type {
  Health,
  MatrixRow,
  RowCell,
} from '@squadron/plugin-scorecards-common';

/** A health with these counts. */
export function aHealth(counts: Partial<Health> = {}): Health {
  return {
    met: 0,
    atRisk: 0,
    missed: 0,
    tracked: 0,
    stale: 0,
    error: 0,
    noData: 0,
    waived: 0,
    ...counts,
  };
}

/** A cell of B-1: its uptime, met. */
export function aCell(over: Partial<RowCell> = {}): RowCell {
  return {
    kpi: 'b-1-api-uptime',
    title: 'API uptime',
    category: 'availability',
    entity: 'group:default/squad-b-1',
    entityTitle: 'B-1 Compute Platform',
    group: 'group:default/squad-b-1',
    groupTitle: 'B-1 Compute Platform',
    status: 'met',
    verdict: 'met',
    freshness: 'fresh',
    value: 0.9997,
    badShare: 0.0003,
    text: '99.97 %',
    unit: '%',
    target: '>= 99.95%',
    at: '2026-11-28T08:00:00Z',
    since: '2026-11-20T08:00:00Z',
    source: 'push',
    reason: '99.97 % meets >= 99.95%.',
    ...over,
  };
}

/** A row of the matrix with one column, availability. */
export function aRow(over: Partial<MatrixRow> = {}): MatrixRow {
  return {
    ref: 'group:default/squad-b-1',
    title: 'B-1 Compute Platform',
    type: 'squad',
    depth: 1,
    children: 0,
    health: aHealth({ met: 1, score: 1, coverage: 1 }),
    trend: [],
    cells: [aHealth({ met: 1, score: 1, coverage: 1 })],
    ...over,
  };
}
