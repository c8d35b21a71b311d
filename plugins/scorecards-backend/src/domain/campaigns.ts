import type {
  CampaignState,
  CellState,
  NoDataPolicy,
  Verdict,
} from '@squadron/plugin-scorecards-common';
import { startOf } from './day';
import { staleAt } from './freshness';
import {
  HealthCount,
  addHealth,
  countCell,
  emptyHealth,
  pointsOf,
  timesHealth,
} from './scoring';

const dayMs = 86_400_000;

/** A cell as it stood when a campaign began. */
export interface StartCell extends CellState {
  kpi: string;
  entity: string;
  hasTarget: boolean;
  weight: number;
  points?: number;
}

/** Cells of a campaign that stand alike. */
export interface AlikeCells extends CellState {
  cells: number;
  hasTarget: boolean;
  /** Sum of weight times points, and of the weight, of those that count. */
  points: number;
  weight: number;
}

/** A change of how many cells are met, from a day on. */
export interface MetStep {
  day: number;
  change: number;
}

/** The latest verdict of a cell until some moment. */
export interface LatestVerdict {
  /** When its sample was taken, in milliseconds. */
  at: number;
  verdict: Verdict;
  freshSeconds: number;
}

/** Days for which a verdict counts when no new sample comes. */
export function freshDays({ freshSeconds }: { freshSeconds: number }): number {
  return Math.max(1, Math.ceil((freshSeconds * 1_000) / dayMs));
}

/** How a cell stood at the end of a day in the past, by the latest sample until then. */
export function cellAsOf(
  cell: StartCell,
  policy: NoDataPolicy,
  day: number,
  latest: LatestVerdict | undefined,
): StartCell {
  const end = startOf(day + 1);
  const isFresh = latest && staleAt(latest.at, latest.freshSeconds) >= end;
  const late = latest ? 'stale' : 'no_data';
  const then: StartCell = {
    ...cell,
    verdict: latest?.verdict ?? 'none',
    freshness: isFresh ? 'fresh' : late,
    waived: false,
  };
  return { ...then, points: pointsOf(then, policy) };
}

/** Adds up cells that were counted by how they stand. */
export function healthOfAlike(rows: readonly AlikeCells[]): HealthCount {
  return rows.reduce((sum, { cells, points, weight, ...state }) => {
    const all = timesHealth(countCell({ ...state, weight: 0 }), cells);
    return addHealth(sum, { ...all, points, weight });
  }, emptyHealth);
}

/** Share of the cells to be fixed that are fixed; all when there was nothing to fix. */
export function progressOf(fixed: number, toFix: number): number {
  return toFix > 0 ? fixed / toFix : 1;
}

/** What has become of a campaign, by its days and its progress. */
export function campaignState(
  campaign: {
    fromDay: number;
    dueDay: number;
    closedAt?: number;
    startedAt?: number;
  },
  progress: number,
  today: number,
): CampaignState {
  if (campaign.closedAt !== undefined) return 'closed';
  if (campaign.startedAt === undefined || today < campaign.fromDay) {
    return 'planned';
  }
  if (progress >= 1) return 'reached';
  return today > campaign.dueDay ? 'over' : 'running';
}

/** How many cells were met at the end of each day of a span, both ends included. */
export function metByDay(
  steps: readonly MetStep[],
  from: number,
  to: number,
): Array<{ day: number; met: number }> {
  const changes = new Map<number, number>();
  let met = 0;
  for (const { day, change } of steps) {
    if (day < from) met += change;
    else changes.set(day, (changes.get(day) ?? 0) + change);
  }
  const days: Array<{ day: number; met: number }> = [];
  for (let day = from; day <= to; day++) {
    met += changes.get(day) ?? 0;
    days.push({ day, met });
  }
  return days;
}
