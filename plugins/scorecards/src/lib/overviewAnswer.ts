import type {
  Health,
  MatrixRow,
  RowCell,
} from '@squadron/plugin-scorecards-common';

const day = 24 * 60 * 60 * 1_000;

function daysSince(since: string | undefined, now: Date): string {
  if (!since) return '';
  const days = Math.floor((now.getTime() - Date.parse(since)) / day);
  if (days < 1) return ' since today';
  return ` for ${days} ${days === 1 ? 'day' : 'days'}`;
}

/** The missed cell that has been missed for longest, without those that are waived. */
function longest(cells: RowCell[]): RowCell | undefined {
  return cells
    .filter(({ status, waivedUntil }) => status === 'missed' && !waivedUntil)
    .sort((a, b) => (a.since ?? '~').localeCompare(b.since ?? '~'))
    .at(0);
}

/**
 * One sentence that answers "so what?": how many groups miss a target, and what has been missed
 * for longest.
 */
export function overviewAnswer(options: {
  rows: MatrixRow[];
  cells: RowCell[];
  health: Health;
  now: Date;
}): string {
  const { rows, cells, health, now } = options;
  const owners = new Set(cells.map(({ group }) => group));
  const missing = new Set(
    cells.filter(({ status }) => status === 'missed').map(({ group }) => group),
  );
  if (owners.size === 0) {
    return rows.length > 0
      ? 'No KPI is defined for these groups yet.'
      : 'There is nothing here to measure.';
  }
  const groups = owners.size === 1 ? 'group' : 'groups';
  const unmeasured = health.noData + health.error;
  const tail = unmeasured ? ` ${unmeasured} KPIs are not measured.` : '';
  if (missing.size === 0) {
    return `None of ${owners.size} ${groups} with KPIs misses a target.${tail}`;
  }
  const worst = longest(cells);
  const verb = missing.size === 1 ? 'misses' : 'miss';
  const head = `${missing.size} of ${owners.size} ${groups} ${verb} a target`;
  if (!worst) return `${head}; all of it is waived.${tail}`;
  return `${head}; ${worst.groupTitle} has missed ${worst.title}${daysSince(worst.since, now)}.${tail}`;
}
