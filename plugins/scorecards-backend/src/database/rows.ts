import {
  Freshness,
  Parts,
  Verdict,
  freshnesses,
  verdicts,
} from '@squadron/plugin-scorecards-common';

/** A column of parts, without those of other names. */
export interface PartsRow {
  sum: number;
  count: number;
  min: number;
  max: number;
}

/** PostgreSQL gives 64 bit integers as text. */
export type BigIntColumn = number | string;

export const toVerdict = (place: number): Verdict => verdicts[place];
export const fromVerdict = (verdict: Verdict): number =>
  verdicts.indexOf(verdict);
export const toFreshness = (place: number): Freshness => freshnesses[place];
export const fromFreshness = (freshness: Freshness): number =>
  freshnesses.indexOf(freshness);

export function toParts({ sum, count, min, max }: PartsRow): Parts {
  return { sum, count, min, max };
}

/** A column that may be null, as a property that may be left out. */
export function optional<T>(value: T | null): T | undefined {
  return value ?? undefined;
}

export function optionalNumber(value: BigIntColumn | null): number | undefined {
  return value === null ? undefined : Number(value);
}

/** The rows of a raw statement, which the two drivers answer differently. */
export function resultRows<T>(result: T[] | { rows: T[] }): T[] {
  return Array.isArray(result) ? result : result.rows;
}
