import type { OrgTree } from '@squadron/plugin-org-model-common';
import {
  Kpi,
  RolledUp,
  RowCell,
  statusOf,
} from '@squadron/plugin-scorecards-common';
import type { KpiSummary } from '../database/CellReadStore';
import type { StoredCell } from '../database/CellStore';
import type { ReadDay } from '../database/DayReadStore';
import { judge } from './judge';

/** Where the words of a row come from. */
export interface RowWords {
  byId: ReadonlyMap<string, Kpi>;
  tree: OrgTree;
  /** The title of an entity. */
  titleOf: (ref: string) => string;
}

function momentText(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : new Date(ms).toISOString();
}

/** A cell as pages get it. */
export function toRowCell(
  cell: StoredCell,
  { byId, tree, titleOf }: RowWords,
  trend?: (number | null)[],
): RowCell {
  const kpi = byId.get(cell.kpi);
  return {
    kpi: cell.kpi,
    entity: cell.entity,
    group: cell.group,
    category: cell.category,
    status: statusOf(cell, cell.hasTarget),
    verdict: cell.verdict,
    freshness: cell.freshness,
    since: momentText(cell.since),
    value: cell.value,
    badShare: cell.badShare,
    text: cell.text,
    target: cell.target,
    at: momentText(cell.at),
    source: cell.source,
    waivedUntil: momentText(cell.waivedUntil),
    reason: cell.reason,
    // A cell outlives its definition or group by the seconds until both are compared again.
    title: kpi?.title ?? cell.kpi,
    unit: kpi?.unit ?? '',
    entityTitle: titleOf(cell.entity),
    groupTitle: tree.get(cell.group)?.title ?? cell.group,
    trend,
  };
}

/** Values of each cell by day from `from` to `to`; null where there was none. */
export function toTrends(
  days: readonly ReadDay[],
  from: number,
  to: number,
): (cell: Pick<StoredCell, 'kpi' | 'entity'>) => (number | null)[] {
  const trends = new Map<string, (number | null)[]>();
  const none = () => new Array<number | null>(to - from + 1).fill(null);
  const keyOf = ({ kpi, entity }: Pick<StoredCell, 'kpi' | 'entity'>) =>
    `${kpi} ${entity}`;
  for (const day of days) {
    const key = keyOf(day);
    const trend = trends.get(key) ?? none();
    trend[day.day - from] = day.value ?? null;
    trends.set(key, trend);
  }
  return cell => trends.get(keyOf(cell)) ?? none();
}

/** What the entities of a KPI add up to, judged as one. */
export function toRolledUp(
  { kpi: id, entities, fresh, parts }: KpiSummary,
  kpi: Kpi,
  now: number,
): RolledUp {
  const judged = judge(kpi, parts.count > 0 ? parts : undefined, now);
  return {
    kpi: id,
    title: kpi.title,
    unit: kpi.unit,
    value: judged.value,
    text: judged.text,
    verdict: judged.verdict,
    target: judged.target?.text,
    entities,
    fresh,
  };
}
