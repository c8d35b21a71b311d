import type { Cell, Health } from '@squadron/plugin-scorecards-common';
import type { Status } from '@squadron/ui';
import { lastWaivedDay } from './days';

/** What a mark shows and says. */
export interface Mark {
  status: Status;
  words: string;
}

/** Names of what a cell may be, as filters and tables show them. */
export const statusWords: Readonly<Record<Cell['status'], string>> = {
  missed: 'missed',
  at_risk: 'at risk',
  met: 'met',
  error: 'collector failed',
  stale: 'stale',
  no_data: 'no data',
  tracked: 'no target',
};

const marks: Readonly<Record<Cell['status'], Status>> = {
  missed: 'missed',
  at_risk: 'at-risk',
  met: 'met',
  error: 'no-data',
  stale: 'stale',
  no_data: 'no-data',
  tracked: 'no-data',
};

/** The mark of a cell; a waiver shows before what it waives. */
export function markOf({
  status,
  waivedUntil,
}: Pick<Cell, 'status' | 'waivedUntil'>): Mark {
  if (waivedUntil) {
    return {
      status: 'waived',
      words: `waived until ${lastWaivedDay(waivedUntil)}`,
    };
  }
  return { status: marks[status], words: statusWords[status] };
}

/** Cells of a health that have a target, whether or not anything is known of them. */
export function targeted(health: Health): number {
  const { met, atRisk, missed, stale, error, noData } = health;
  return met + atRisk + missed + stale + error + noData;
}

/** The mark of many cells: the most urgent thing that is true of them. */
export function healthMark(health: Health): Mark {
  const { met, atRisk, missed, stale, error, noData, tracked } = health;
  const all = targeted(health);
  if (missed) return { status: 'missed', words: `${missed} of ${all} missed` };
  if (atRisk)
    return { status: 'at-risk', words: `${atRisk} of ${all} at risk` };
  if (stale && !met)
    return { status: 'stale', words: `${stale} of ${all} stale` };
  if (met) return { status: 'met', words: `${met} of ${all} met` };
  if (error) {
    return {
      status: 'no-data',
      words: `${error} of ${all}: the collector failed`,
    };
  }
  if (noData)
    return { status: 'no-data', words: `${noData} of ${all} never measured` };
  return {
    status: 'no-data',
    words: tracked ? `${tracked} without a target` : 'nothing to measure',
  };
}

/** `96 %`, or a dash where nothing counts. */
export function percent(share: number | undefined): string {
  if (share === undefined) return '–';
  // 99.6 % is not all of it.
  const rounded = share < 1 ? Math.min(99, Math.round(share * 100)) : 100;
  return `${rounded} %`;
}

/** `+1.2 pt`: how many points a share changed; nothing below a twentieth of a point. */
export function points(change: number | undefined): string | undefined {
  if (change === undefined) return undefined;
  const rounded = Math.round(change * 1_000) / 10;
  if (rounded === 0) return '±0 pt';
  return `${rounded > 0 ? '+' : '−'}${Math.abs(rounded).toFixed(1)} pt`;
}
