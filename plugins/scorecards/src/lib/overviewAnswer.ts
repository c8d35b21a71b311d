import type { MatrixRow, RowCell } from '@squadron/plugin-scorecards-common';
import { countIn, groupsOwning } from './ownCounts';

const day = 24 * 60 * 60 * 1_000;

function daysSince(since: string | undefined, now: Date): string {
  if (!since) return '';
  const days = Math.floor((now.getTime() - Date.parse(since)) / day);
  if (days < 1) return ' since today';
  return ` for ${days} ${days === 1 ? 'day' : 'days'}`;
}

/**
 * One sentence that answers "so what?": how many groups miss a target, and what has been missed
 * for longest.
 */
export function overviewAnswer(options: {
  rows: MatrixRow[];
  /** What is missed and not waived, the longest. */
  worst: RowCell | undefined;
  now: Date;
}): string {
  const { rows, worst, now } = options;
  const owners = groupsOwning(rows);
  const missing = groupsOwning(rows, ['missed']);
  if (owners === 0) {
    return rows.length > 0
      ? 'No KPI is defined for these groups yet.'
      : 'There is nothing here to measure.';
  }
  const groups = owners === 1 ? 'group' : 'groups';
  const unmeasured = rows
    .filter(({ depth }) => depth === 0)
    .reduce((sum, row) => sum + countIn(row, ['no_data', 'error']), 0);
  const tail = unmeasured
    ? ` ${unmeasured} ${unmeasured === 1 ? 'KPI is' : 'KPIs are'} not measured.`
    : '';
  if (missing === 0) {
    return `None of ${owners} ${groups} with KPIs misses a target.${tail}`;
  }
  const verb = missing === 1 ? 'misses' : 'miss';
  const head = `${missing} of ${owners} ${groups} ${verb} a target`;
  if (!worst) return `${head}; all of it is waived.${tail}`;
  return `${head}; ${worst.groupTitle} has missed ${worst.title}${daysSince(worst.since, now)}.${tail}`;
}
