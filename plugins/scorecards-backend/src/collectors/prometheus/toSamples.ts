import type { Kpi, Sample } from '@squadron/plugin-scorecards-common';
import type { Series } from './PrometheusClient';
import type { PrometheusSource, QueryName } from './source';

/** What the queries of a KPI answered. */
export type Answers = readonly (readonly [QueryName, readonly Series[]])[];

export interface ReadSamples {
  samples: Sample[];
  /** Why something of the answer is no sample. */
  problem?: string;
}

type Values = Partial<Record<QueryName, number>>;

/** A series of what never happened is not there, so that its absence means none. */
const absentMeansNone: readonly QueryName[] = ['good', 'bad'];
/** Two sums of the same series differ by what is lost in rounding. */
const roundingShare = 1e-9;

/** The entity that each series is about, or why it is about none. */
function entityFinder(
  source: PrometheusSource,
  entities: readonly string[],
): (series: Series, count: number) => string | Error {
  const { by } = source;
  if (by) {
    return ({ labels }) => {
      const { [by.label]: value } = labels;
      return value
        ? by.entity.replaceAll('${value}', value.toLocaleLowerCase('en-US'))
        : new Error(`A series has no label "${by.label}": group by it`);
    };
  }
  return (_, count) => {
    if (count > 1) {
      return new Error(
        `The query answers ${count} series: sum them up, or say \`by\` which label they belong to entities`,
      );
    }
    return entities.length === 1
      ? entities[0]
      : new Error(
          `${entities.length} groups have the KPI: say \`by\` which label series belong to them`,
        );
  };
}

/** Values of a moment of an entity, by `entity at`. */
class Moments {
  readonly #values = new Map<
    string,
    { entity: string; at: number; values: Values }
  >();

  put(entity: string, at: number, name: QueryName, value: number): void {
    const key = `${entity} ${at}`;
    const known = this.#values.get(key) ?? { entity, at, values: {} };
    known.values[name] = value;
    this.#values.set(key, known);
  }

  [Symbol.iterator]() {
    return this.#values.values();
  }
}

/** What is wrong with parts of the answer, each once. */
class Problems {
  readonly #messages = new Set<string>();

  add(message: string): void {
    this.#messages.add(message);
  }

  get text(): string | undefined {
    const [first, ...more] = this.#messages;
    return more.length > 0 ? `${first} (and ${more.length} more)` : first;
  }
}

/**
 * Puts the answers of a KPI's queries together. No series, or nothing in total, means that nothing happened:
 * no sample and no problem; what Prometheus holds to be stale is no series either. NaN and infinity are no
 * sample, and a problem.
 */
export function toSamples(
  kpi: Pick<Kpi, 'id'>,
  source: PrometheusSource,
  entities: readonly string[],
  answers: Answers,
): ReadSamples {
  const moments = new Moments();
  const problems = new Problems();
  const entityOf = entityFinder(source, entities);
  for (const [name, all] of answers) {
    for (const series of all) {
      const entity = entityOf(series, all.length);
      if (entity instanceof Error) problems.add(entity.message);
      else {
        for (const { at, value } of series.points) {
          moments.put(entity, at, name, value);
        }
      }
    }
  }
  const samples: Sample[] = [];
  for (const { entity, at, values } of moments) {
    const wrong = Object.entries(values).find(
      ([, value]) => !Number.isFinite(value),
    );
    if (wrong) {
      problems.add(
        `"${wrong[0]}" is ${wrong[1]} for ${entity}: a query that divides by nothing has no value; ask for parts of a ratio one by one`,
      );
      continue;
    }
    const read = readValues(source, values);
    if (read) {
      samples.push({
        kpi: kpi.id,
        entity,
        at: new Date(at).toISOString(),
        ...(source.unit !== undefined && { unit: source.unit }),
        ...read,
      });
    }
  }
  return { samples, problem: problems.text };
}

/** Nothing where nothing happened. */
function readValues(
  source: PrometheusSource,
  values: Values,
): Values | undefined {
  const { total, count } = values;
  const names = source.queries.map(([name]) => name);
  if (names.includes('total') && !total) return undefined;
  if (names.includes('count') && !count) return undefined;
  const whole: Values = {};
  for (const name of names) {
    const value =
      values[name] ?? (absentMeansNone.includes(name) ? 0 : undefined);
    if (value === undefined) return undefined;
    const isOver =
      total !== undefined &&
      value > total &&
      value <= total * (1 + roundingShare);
    whole[name] = isOver ? total : value;
  }
  return whole;
}
