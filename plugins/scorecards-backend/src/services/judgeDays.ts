import type { Kpi } from '@squadron/plugin-scorecards-common';
import type { StoredCell } from '../database/CellStore';
import type { StoredChange } from '../database/ChangeStore';
import type {
  DayStore,
  DaySum,
  JudgedDay,
  LatestDay,
  TouchedDay,
} from '../database/DayStore';
import type { CellKey } from '../database/SampleStore';
import type { VerdictStores } from '../database/VerdictDatabase';
import { cellOf, isLatestOnly, windowOf } from '../domain/cellState';
import { dayOf } from '../domain/day';
import { DaySpans } from '../domain/DaySpans';
import { judge } from '../domain/judge';
import { type Finding, verdictOf } from '../domain/verdict';

/** A cell of which days are to be added up and judged anew. */
export interface TouchedCell {
  definition: Kpi;
  entity: string;
  /** Owns the entity. */
  group: string;
  days: ReadonlySet<number> & { add(day: number): unknown };
  /** When the latest of the samples was taken that came now. */
  lastAt: number;
}

interface JudgedWindow extends DaySum {
  finding: Finding;
}

interface JudgedCell extends TouchedCell {
  /** Windows in the order of days, at least one. */
  windows: JudgedWindow[];
}

export const cellKeyOf = ({ kpi, entity }: CellKey) => `${kpi} ${entity}`;

const keyOf = ({ definition, entity }: TouchedCell): CellKey => ({
  kpi: definition.id,
  entity,
});

/**
 * Adds days up, judges every window that holds one of them, and then the cells. It takes the same
 * number of statements however many days there are, in the transaction of the caller.
 */
export async function judgeDays(
  stores: VerdictStores,
  touched: readonly TouchedCell[],
  { now, source }: { now: number; source: string },
): Promise<DaySum[]> {
  if (touched.length === 0) return [];
  const windows = await judgeWindows(stores.days, touched);
  const cells = withWindows(touched, windows);
  const keys = cells.map(keyOf);
  const standing = new Map<string, StoredCell>();
  for (const cell of await stores.cells.find(keys)) {
    standing.set(cellKeyOf(cell), cell);
  }
  const latest = await latestOf(stores.days, cells, standing);
  const puts: StoredCell[] = [];
  const changes: StoredChange[] = [];
  const dirty = new DaySpans(dayOf(now));
  for (const cell of cells) {
    const key = cellKeyOf(keyOf(cell));
    const before = standing.get(key);
    const last = latest.get(key);
    // What a day says holds until the next one that says something.
    const until = last?.nextDay ?? dayOf(now) + 1;
    dirty.add(Math.min(...cell.days), until - 1);
    const window = cell.windows[cell.windows.length - 1];
    if (last && last.day > window.day) continue;
    const isNewer = before?.at === undefined || cell.lastAt >= before.at;
    const from = last?.source ?? (isNewer ? source : before.source) ?? source;
    const found = changesOf(cell, before, from);
    changes.push(...found);
    puts.push(
      cellOf({
        kpi: cell.definition,
        entity: cell.entity,
        group: cell.group,
        now,
        latest: { parts: window.parts, at: window.at, source: from },
        lastVerdict: last?.lastVerdict,
        since: found[found.length - 1]?.at ?? before?.since,
        problem: before?.problem,
      }),
    );
  }
  await stores.cells.put(puts);
  await stores.changes.add(changes);
  await stores.health.markDirty(dirty.days());
  return windows;
}

/** Days that are their own window are written at once; the sums of others must lie there first. */
async function judgeWindows(
  store: DayStore,
  cells: readonly TouchedCell[],
): Promise<JudgedWindow[]> {
  const definitions = new Map(
    cells.map(({ definition }) => [definition.id, definition]),
  );
  const withFinding = (sum: DaySum): JudgedWindow => {
    const definition = definitions.get(sum.kpi)!;
    return { ...sum, finding: verdictOf(definition, sum.parts, sum.at) };
  };
  const days = cells.flatMap(touchedDays);
  const sums = (await store.sumsOf(days)).map(withFinding);
  await store.put(sums.map(sum => ({ ...sum, ...toJudged(sum) })));
  const wide = days.filter(({ windowDays }) => windowDays > 1);
  const windows = (await store.windows(wide)).map(withFinding);
  await store.judge(windows.map(toJudged));
  const single = sums.filter(
    ({ kpi }) => windowOf(definitions.get(kpi)!) === 1,
  );
  return [...single, ...windows];
}

function touchedDays({ definition, entity, days }: TouchedCell): TouchedDay[] {
  const windowDays = windowOf(definition);
  const latestOnly = isLatestOnly(definition);
  return [...days]
    .sort((a, b) => a - b)
    .map(day => ({
      kpi: definition.id,
      entity,
      day,
      windowDays,
      latestOnly,
    }));
}

function toJudged({ kpi, entity, day, finding }: JudgedWindow): JudgedDay {
  const { verdict, value, badShare, limit } = finding;
  return { kpi, entity, day, verdict, value, badShare, target: limit };
}

function withWindows(
  cells: readonly TouchedCell[],
  windows: readonly JudgedWindow[],
): JudgedCell[] {
  const judged = new Map<string, JudgedCell>();
  for (const cell of cells) {
    judged.set(cellKeyOf(keyOf(cell)), { ...cell, windows: [] });
  }
  for (const window of windows) {
    judged.get(cellKeyOf(window))?.windows.push(window);
  }
  return [...judged.values()];
}

/** Asks about the cells of which what came now does not tell all: late samples, and verdicts that are held. */
async function latestOf(
  store: DayStore,
  cells: readonly JudgedCell[],
  standing: ReadonlyMap<string, StoredCell>,
): Promise<Map<string, LatestDay>> {
  const unclear = cells.filter(cell => {
    const before = standing.get(cellKeyOf(keyOf(cell)));
    const { day, parts } = cell.windows[cell.windows.length - 1];
    if (!before) return true;
    if (before.at !== undefined && dayOf(before.at) > day) return true;
    return cell.definition.onNoData === 'hold' && parts.count === 0;
  });
  const latest = await store.latest(
    unclear.map(cell => ({
      ...keyOf(cell),
      after: cell.windows[cell.windows.length - 1].day,
    })),
  );
  return new Map(latest.map(each => [cellKeyOf(each), each]));
}

/** How the verdict went from how the cell stood to its latest day. */
function changesOf(
  { definition, entity, group, windows }: JudgedCell,
  before: StoredCell | undefined,
  source: string,
): StoredChange[] {
  const changes: StoredChange[] = [];
  const from = before?.at === undefined ? -Infinity : dayOf(before.at);
  let verdict = before?.verdict ?? 'none';
  for (const { day, parts, at, finding } of windows) {
    if (day < from || finding.verdict === verdict) continue;
    const { text, target, reason } = judge(definition, parts, at);
    changes.push({
      kpi: definition.id,
      entity,
      group,
      from: verdict,
      to: finding.verdict,
      text,
      target: target?.text,
      reason,
      at,
      source,
    });
    verdict = finding.verdict;
  }
  return changes;
}
