import {
  type Kpi,
  type Parts,
  type Sample,
  type SampleErrorCode,
  convert,
  isConvertible,
  parseUnit,
  perPeriod,
  toStored,
} from '@squadron/plugin-scorecards-common';

/** What a sample says, without what it is about. */
export type SampleValues = Pick<
  Sample,
  'value' | 'unit' | 'good' | 'bad' | 'total' | 'sum' | 'count'
>;

/** Why values are no sample of a KPI. */
export interface SampleFault {
  code: Extract<SampleErrorCode, 'invalid' | 'wrong-shape' | 'wrong-unit'>;
  /** What is wrong and what to do. */
  message: string;
}

/** The value that parts make; nothing of both when there was no event. */
export interface PartsValue {
  value?: number;
  /** Of a ratio. */
  badShare?: number;
}

/** What no sample adds up to. */
export const emptyParts: Parts = { sum: 0, count: 0, min: 0, max: 0 };

/** Adds parts up. What has no events has no extremes either, so that its own are not looked at. */
export function combine(a: Parts, b: Parts): Parts {
  if (a.count === 0) return b.count === 0 ? emptyParts : b;
  if (b.count === 0) return a;
  return {
    sum: a.sum + b.sum,
    count: a.count + b.count,
    min: Math.min(a.min, b.min),
    max: Math.max(a.max, b.max),
  };
}

export function combineAll(all: Iterable<Parts>): Parts {
  let whole = emptyParts;
  for (const parts of all) whole = combine(whole, parts);
  return whole;
}

/** Reads what a sample says into parts, or says why it cannot be one of this KPI. */
export function toParts(kpi: Kpi, sample: SampleValues): Parts | SampleFault {
  const numbers = [
    sample.value,
    sample.good,
    sample.bad,
    sample.total,
    sample.sum,
    sample.count,
  ];
  if (numbers.some(each => each !== undefined && !Number.isFinite(each))) {
    return invalid('Write numbers; NaN and infinity are none.');
  }
  const parts = readShape(kpi, sample);
  if (isFault(parts)) return parts;
  return Object.values(parts).every(Number.isFinite)
    ? parts
    : invalid(`The number is too large in ${kpi.unit}. Check its unit.`);
}

/** Whether {@link toParts} refused. */
export function isFault(result: Parts | SampleFault): result is SampleFault {
  return 'code' in result;
}

/** What parts come to by the aggregation of the KPI, in seconds, as a share of 1, or as a number. */
export function valueOf(kpi: Kpi, parts: Parts): PartsValue {
  const { sum, count, min, max } = parts;
  if (count === 0) return {};
  switch (kpi.aggregation) {
    case 'ratio': {
      const badShare = sum / count;
      const value = kpi.direction === 'up' ? 1 - badShare : badShare;
      return { value, badShare };
    }
    case 'mean':
      return { value: sum / count };
    case 'sum':
      return { value: rateOf(kpi, sum) };
    case 'min':
      return { value: min };
    case 'max':
      return { value: max };
    default:
      return kpi.aggregation satisfies never;
  }
}

/** What was counted in a window, per period of the unit; what a source reads off is a rate already. */
function rateOf({ kind, windowDays, unit }: Kpi, sum: number): number {
  return kind === 'count' && windowDays
    ? perPeriod(sum, windowDays, unit)
    : sum;
}

function readShape(kpi: Kpi, sample: SampleValues): Parts | SampleFault {
  switch (kpi.kind) {
    case 'ratio':
      return readRatio(sample);
    case 'duration':
      return readDuration(kpi, sample);
    case 'count':
      return readCount(kpi, sample);
    case 'gauge':
    case 'level':
      return readValue(kpi, sample, kpi.unit);
    default:
      return kpi.kind satisfies never;
  }
}

function readRatio(sample: SampleValues): Parts | SampleFault {
  const { good, total, unit } = sample;
  const isWhole =
    total !== undefined && (good === undefined) !== (sample.bad === undefined);
  if (!isWhole || has(sample, 'value', 'sum', 'count')) {
    return wrongShape(
      'A ratio is made of events: send good or bad, and total.',
    );
  }
  if (unit !== undefined) {
    return wrongUnit('Events of a ratio have no unit. Leave unit out.');
  }
  const bad = sample.bad ?? total - good!;
  if (total < 0 || bad < 0 || bad > total) {
    const part = good === undefined ? `bad (${bad})` : `good (${good})`;
    return invalid(`Send ${part} from 0 up to total (${total}).`);
  }
  if (total === 0) return emptyParts;
  return { sum: bad, count: total, min: bad / total, max: bad / total };
}

function readDuration(kpi: Kpi, sample: SampleValues): Parts | SampleFault {
  const { value, count } = sample;
  const isSum =
    value === undefined && sample.sum !== undefined && count !== undefined;
  const isOne = value !== undefined && !has(sample, 'sum', 'count');
  if ((!isSum && !isOne) || has(sample, 'good', 'bad', 'total')) {
    return wrongShape(
      'A duration is the time of some events: send sum and count, or the value of one.',
    );
  }
  const sum = readNumber(kpi, sample.sum ?? value!, sample.unit, kpi.unit);
  if (typeof sum !== 'number') return sum;
  const events = count ?? 1;
  if (sum < 0 || events < 0) {
    return invalid('A time cannot be less than nothing. Check both clocks.');
  }
  if (events === 0) {
    return sum === 0
      ? emptyParts
      : invalid('No events cannot take time. Send their count.');
  }
  // How long each took is not known, so that the mean stands for all.
  return { sum, count: events, min: sum / events, max: sum / events };
}

function readCount(kpi: Kpi, sample: SampleValues): Parts | SampleFault {
  // What is asked for per day is counted without it.
  const base = parseUnit(kpi.unit)?.base ?? kpi.unit;
  const isRate = sample.unit !== undefined && !isConvertible(sample.unit, base);
  if (isRate && kpi.windowDays && isConvertible(sample.unit!, kpi.unit)) {
    // Two samples of one day would count its events twice.
    return wrongUnit(
      `${kpi.id} adds up what happened: send how many events there were, not a rate in "${sample.unit}".`,
    );
  }
  const parts = readValue(kpi, sample, isRate ? kpi.unit : base);
  return !isFault(parts) && parts.sum < 0
    ? invalid('There cannot be fewer events than none. Send 0 or more.')
    : parts;
}

function readValue(
  kpi: Kpi,
  sample: SampleValues,
  unit: string,
): Parts | SampleFault {
  const { value } = sample;
  if (
    value === undefined ||
    has(sample, 'good', 'bad', 'total', 'sum', 'count')
  ) {
    return wrongShape(`A ${kpi.kind} is one number: send value alone.`);
  }
  const sum = readNumber(kpi, value, sample.unit, unit);
  return typeof sum === 'number' ? { sum, count: 1, min: sum, max: sum } : sum;
}

function readNumber(
  { id, unit }: Kpi,
  value: number,
  from: string | undefined,
  to: string,
): number | SampleFault {
  if (from === undefined) return toStored(value, to);
  if (!isConvertible(from, to)) {
    const known = unit === '' ? 'a plain number' : `in ${unit}`;
    return wrongUnit(
      `${id} is ${known}, which "${from}" does not fit. Convert it or leave unit out.`,
    );
  }
  return toStored(convert(value, from, to), to);
}

function has(sample: SampleValues, ...names: (keyof SampleValues)[]): boolean {
  return names.some(name => sample[name] !== undefined);
}

function invalid(message: string): SampleFault {
  return { code: 'invalid', message };
}

function wrongShape(message: string): SampleFault {
  return { code: 'wrong-shape', message };
}

function wrongUnit(message: string): SampleFault {
  return { code: 'wrong-unit', message };
}
