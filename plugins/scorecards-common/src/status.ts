import { z } from 'zod/v3';

/** How a value stands to its target; `none` when there is no value or no target yet. */
export const verdicts = ['met', 'at_risk', 'missed', 'none'] as const;

/** Whether the value can be trusted to be of now; apart from the verdict, which it never changes. */
export const freshnesses = ['fresh', 'stale', 'no_data', 'error'] as const;

/** What a page shows of a cell at first sight, in the order of urgency. */
export const statuses = [
  'missed',
  'at_risk',
  'met',
  'error',
  'stale',
  'no_data',
  'tracked',
] as const;

export const verdictSchema = z.enum(verdicts);
export const freshnessSchema = z.enum(freshnesses);
export const statusSchema = z.enum(statuses);

export type Verdict = (typeof verdicts)[number];
export type Freshness = (typeof freshnesses)[number];
export type Status = (typeof statuses)[number];

/** What a verdict is worth in a score; nothing when there is none to count. */
export const verdictScores: Readonly<Record<Verdict, number | undefined>> = {
  met: 1,
  at_risk: 0.5,
  missed: 0,
  none: undefined,
};

/** The three independent facts of a cell: a KPI of one entity. */
export interface CellState {
  verdict: Verdict;
  freshness: Freshness;
  waived: boolean;
}

const first = 'A'.charCodeAt(0);
const notApplicable = '.';

/** Packs a state into one character; `.` stands for a KPI that the entity does not have. */
export function encodeState(state: CellState | undefined): string {
  if (!state) return notApplicable;
  const { verdict, freshness, waived } = state;
  const code =
    (verdicts.indexOf(verdict) * freshnesses.length +
      freshnesses.indexOf(freshness)) *
      2 +
    (waived ? 1 : 0);
  return String.fromCharCode(first + code);
}

/** Unpacks what {@link encodeState} packed. */
export function decodeState(character: string): CellState | undefined {
  if (character === notApplicable) return undefined;
  const code = character.charCodeAt(0) - first;
  const pair = Math.floor(code / 2);
  return {
    verdict: verdicts[Math.floor(pair / freshnesses.length)],
    freshness: freshnesses[pair % freshnesses.length],
    waived: code % 2 === 1,
  };
}

/** The one word for a cell: a verdict only while its value is fresh. `hasTarget` tells tracked from unmeasured. */
export function statusOf(
  { verdict, freshness }: Omit<CellState, 'waived'>,
  hasTarget: boolean,
): Status {
  if (freshness !== 'fresh') return freshness;
  if (verdict !== 'none') return verdict;
  return hasTarget ? 'no_data' : 'tracked';
}
