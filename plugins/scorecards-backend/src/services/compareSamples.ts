import type { Parts } from '@squadron/plugin-scorecards-common';
import type {
  Correction,
  SampleKey,
  SampleStore,
  StoredSample,
} from '../database/SampleStore';
import { dayOf } from '../domain/day';
import type { GoodSample } from './SampleChecker';

/** Who brings samples in. */
export interface RecordedBy {
  /** `push`, the id of a collector, `sample`, `csv`. */
  source: string;
  /** Entity ref of a person, or name of a service. */
  by: string;
}

/** How samples stand to those that are there. */
export interface Comparison {
  accepted: number;
  unchanged: number;
  corrected: number;
  puts: StoredSample[];
  corrections: Correction[];
  /** Samples that are new or other than what is there. */
  changing: GoodSample[];
}

const nameOf = ({ kpi, entity, at }: SampleKey) => `${kpi} ${entity} ${at}`;

const isSame = (a: Parts, b: Parts) =>
  a.sum === b.sum && a.count === b.count && a.min === b.min && a.max === b.max;

function toCorrection(
  { kpi, entity, at, sum, count, min, max }: StoredSample,
  after: Parts,
): Pick<Correction, keyof SampleKey | 'before' | 'after'> {
  return { kpi, entity, at, before: { sum, count, min, max }, after };
}

const pushed = ['push', 'csv'];

/** Whether a collector reads again what is still going on: today's events of a sample for the day. */
function isGoingOn(before: StoredSample, source: string, now: number): boolean {
  return (
    before.source === source &&
    !pushed.includes(source) &&
    dayOf(before.at) === dayOf(now)
  );
}

/** Compares samples with those that are there; of two of one key the later one counts. */
export async function compareSamples(
  store: SampleStore,
  samples: readonly GoodSample[],
  { source, by, now }: RecordedBy & { now: number },
): Promise<Comparison> {
  const keys = samples.map(({ kpi, entity, at }) => ({
    kpi: kpi.id,
    entity,
    at,
  }));
  const known = new Map<string, StoredSample>();
  for (const sample of await store.find(keys)) {
    known.set(nameOf(sample), sample);
  }
  const puts = new Map<string, StoredSample>();
  const corrections: Correction[] = [];
  const changing: GoodSample[] = [];
  let unchanged = 0;
  for (const [index, sample] of samples.entries()) {
    const name = nameOf(keys[index]);
    const before = known.get(name);
    if (before && isSame(before, sample.parts)) {
      unchanged += 1;
      continue;
    }
    const put = { ...keys[index], ...sample.parts, source, receivedAt: now };
    known.set(name, put);
    puts.set(name, put);
    changing.push(sample);
    if (before && !isGoingOn(before, source, now)) {
      const correction = toCorrection(before, sample.parts);
      corrections.push({ ...correction, correctedAt: now, correctedBy: by });
    }
  }
  const corrected = corrections.length;
  return {
    accepted: changing.length - corrected,
    unchanged,
    corrected,
    puts: [...puts.values()],
    corrections,
    changing,
  };
}
