import {
  type Kpi,
  type Parts,
  type Verdict,
  verdictScores,
} from '@squadron/plugin-scorecards-common';
import type { StoredCell } from '../database/CellStore';
import { freshnessOf, staleAt } from './freshness';
import { judge } from './judge';
import { pointsOf } from './scoring';

/** What a cell is made of; moments are milliseconds. */
export interface CellFacts {
  kpi: Kpi;
  entity: string;
  /** Owns the entity. */
  group: string;
  now: number;
  /** What the window adds up to that ends with the latest sample; nothing before the first one. */
  latest?: { parts: Parts; at: number; source: string };
  /** The latest verdict that was one, of a KPI that holds it. */
  lastVerdict?: Verdict;
  /** Since when the verdict is what it is; the latest sample when left out. */
  since?: number;
  /** What the collector said when it last failed. */
  problem?: string;
}

/** Days that make a value. */
export function windowOf({ windowDays }: Pick<Kpi, 'windowDays'>): number {
  return windowDays ?? 1;
}

/** Whether the latest sample alone is the value: what is read off does not add up within a day. */
export function isLatestOnly({
  kind,
  windowDays,
}: Pick<Kpi, 'kind' | 'windowDays'>): boolean {
  return windowDays === undefined && (kind === 'gauge' || kind === 'level');
}

/** How a cell stands, with the reason in words. */
export function cellOf(facts: CellFacts): StoredCell {
  const { kpi, latest, problem, now } = facts;
  const at = latest?.at;
  const judgement = judge(kpi, latest?.parts, at ?? now);
  const { verdict, value, badShare, text, target } = judgement;
  const freshness = freshnessOf({
    at,
    freshSeconds: kpi.freshSeconds,
    now,
    collectorFailed: problem !== undefined,
  });
  const hasTarget = target !== undefined;
  const held = facts.lastVerdict && verdictScores[facts.lastVerdict];
  const scored = { verdict, freshness, hasTarget, held };
  return {
    kpi: kpi.id,
    entity: facts.entity,
    group: facts.group,
    category: kpi.category,
    verdict,
    freshness,
    hasTarget,
    value,
    badShare,
    parts: latest?.parts,
    text,
    target: target?.text,
    at,
    since: facts.since ?? at,
    staleAt: at === undefined ? undefined : staleAt(at, kpi.freshSeconds),
    source: latest?.source,
    reason: reasonOf(judgement.reason, freshness, at, problem),
    policy: kpi.onNoData,
    weight: kpi.weight,
    points: pointsOf(scored, kpi.onNoData),
    problem,
  };
}

function reasonOf(
  verdictReason: string,
  freshness: StoredCell['freshness'],
  at: number | undefined,
  problem: string | undefined,
): string {
  const reasons = [verdictReason];
  if (at !== undefined && freshness !== 'fresh') {
    const moment = new Date(at).toISOString().slice(0, 16).replace('T', ' ');
    reasons.push(`Nothing came since ${moment} UTC.`);
  }
  if (freshness === 'error') reasons.push(`The collector failed: ${problem}`);
  return reasons.join(' ');
}
