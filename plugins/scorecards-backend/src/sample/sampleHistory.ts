import {
  type Kpi,
  type Sample,
  allowedBadShare,
  fromStored,
  parseUnit,
  perPeriod,
  thresholdOf,
  toStored,
} from '@squadron/plugin-scorecards-common';
import { dayOf } from '../domain/day';
import { targetAt } from '../domain/targets';
import { around, chance, wholeEvents } from './chance';
import { eventsPerDay, stockOf, typicalOf } from './figures';
import { type Slot, type Span, slotsOf } from './slots';
import { type Story, isMeasured, storyOf, usageAt } from './stories';

/** A moment of a history. */
interface Moment extends Slot {
  kpi: Kpi;
  entity: string;
  /** What of its limit the KPI uses up. */
  usage: number;
}

const dayMs = 86_400_000;
const weekendShare = { people: 0.3, machines: 0.75 };
/** How much better or worse than its target a value gets when all of its limit is left or it is used twice. */
const reach = 0.3;
/** Bad events of a KPI that bears none and is missed. */
const unbearable = 0.005;

/**
 * What a KPI of an entity was measured at after a moment, oldest first; always the same for the same
 * arguments. It tells stories rather than noise: most KPIs keep their targets, some do not, and the
 * verdicts are those that the targets make of the samples.
 *
 * @param span.added - when sample data was added; stories count from it
 */
export function sampleHistory(
  kpi: Kpi,
  entity: string,
  span: Span & { added: number },
): Sample[] {
  const story = storyOf(kpi, entity);
  if (!story) return [];
  const slots = slotsOf(kpi, entity, span);
  return slots.flatMap(
    slot => sampleAt(kpi, entity, { ...slot, story, added: span.added }) ?? [],
  );
}

function sampleAt(
  kpi: Kpi,
  entity: string,
  { at, seconds, story, added }: Slot & { story: Story; added: number },
): Sample | undefined {
  const day = (at - added) / dayMs;
  if (!isMeasured(story, day)) return undefined;
  const moment = { kpi, entity, at, seconds, usage: usageAt(story, day) };
  const values = valuesAt(moment);
  return (
    values && {
      kpi: kpi.id,
      entity,
      at: new Date(at).toISOString(),
      ...values,
    }
  );
}

function valuesAt(moment: Moment): Partial<Sample> | undefined {
  const { kind } = moment.kpi;
  switch (kind) {
    case 'ratio':
      return ratioAt(moment);
    case 'duration':
      return durationAt(moment);
    case 'count':
      return { value: countAt(moment) };
    case 'gauge':
    case 'level':
      return { value: rounded(moment, wantedAt(moment)) };
    default:
      return kind satisfies never;
  }
}

function ratioAt(moment: Moment): Partial<Sample> | undefined {
  const { kpi, usage } = moment;
  const aim = aimOf(moment);
  const allowed = aim && allowedBadShare(aim);
  const bearsNone = allowed === 0;
  const share =
    allowed === undefined
      ? typicalOf(kpi)
      : (bearsNone && usage > 1 ? unbearable : allowed) * usage;
  const total = kpi.windowDays ? eventsAt(moment) : stockOf(kpi);
  if (total === 0) return undefined;
  const noise = kpi.windowDays ? wobble(moment) : 1;
  return {
    bad: Math.min(total, wholeAt(moment, total * share * noise)),
    total,
  };
}

function durationAt(moment: Moment): Partial<Sample> | undefined {
  const count = eventsAt(moment);
  if (count === 0) return undefined;
  const sum = wantedAt(moment) * count;
  const decimals = sum < 600 ? 3 : 0;
  return { sum: Number(sum.toFixed(decimals)), count, unit: 's' };
}

/** Events of the time that the moment is about; without a window the rate as it stands. */
function countAt(moment: Moment): number {
  const { kpi, seconds } = moment;
  const wanted = wantedAt(moment);
  if (!kpi.windowDays) return rounded(moment, wanted);
  const perWindow = wanted / perPeriod(1, kpi.windowDays, kpi.unit);
  const rate = (perWindow * seconds) / (kpi.windowDays * 86_400);
  return wholeAt(moment, rate * wobble(moment));
}

/** The value as it is stored that the story asks for. */
function wantedAt(moment: Moment): number {
  const { kpi, usage } = moment;
  const aim = aimOf(moment);
  if (!aim) return toStored(typicalOf(kpi), kpi.unit) * wobble(moment);
  const limit = thresholdOf(aim);
  if (aim.op === '=') return usage > 1 ? limit + 1 : limit;
  if (kpi.direction === 'down') return limit * usage * wobble(moment);
  const top = topOf(kpi, aim);
  const room = Math.min(reach * limit, top - limit);
  // The scale ends at the target: there is nothing better.
  if (room <= 0) return usage > 1 ? limit - 1 : limit;
  return Math.min(top, limit + room * (1 - usage * wobble(moment)));
}

/** The best value that there can be. */
function topOf(kpi: Kpi, aim: NonNullable<ReturnType<typeof aimOf>>): number {
  if (aim.of !== undefined) return Number(aim.of);
  const limit = thresholdOf(aim);
  const isShare = kpi.unit === '' || allowedBadShare(aim) !== undefined;
  return isShare && limit < 1 ? 1 : Infinity;
}

/** The target by which a value is shaped: also one that comes into force later. */
function aimOf({ kpi, at }: Moment) {
  return targetAt(kpi, at) ?? kpi.targets.at(0);
}

/** As exactly as people write it down; things that are counted are whole, on the side of the target that is meant. */
function rounded(moment: Moment, stored: number): number {
  const { kpi, usage } = moment;
  const value = fromStored(stored, kpi.unit);
  const decimals = decimalsOf(moment);
  if (decimals > 0) return Number(value.toFixed(decimals));
  const isLess = kpi.direction === 'down' ? usage <= 1 : usage > 1;
  const noFraction = Number(value.toFixed(6));
  return isLess ? Math.floor(noFraction) : Math.ceil(noFraction);
}

function decimalsOf(moment: Moment): number {
  const { unit } = moment.kpi;
  const written = aimOf(moment)?.value.split('.').at(1)?.length ?? 0;
  const { dimension } = parseUnit(unit) ?? {};
  if (dimension === 'time') return written + 2;
  const isSmooth = dimension === 'share' || written > 0;
  return isSmooth ? written + 1 : 0;
}

/** Events by the rhythm of the week and, of what is measured within days, of the day. */
function eventsAt(moment: Moment): number {
  const { kpi, at, seconds } = moment;
  const weekday = (dayOf(at) + 4) % 7;
  const isWeekend = weekday === 0 || weekday === 6;
  const who = kpi.cadenceSeconds < 3_600 ? 'machines' : 'people';
  // A sample of a week or a month has its weekends in it.
  const isShort = seconds <= 86_400;
  const week = isShort && isWeekend ? weekendShare[who] : 1;
  const hour = (at % dayMs) / dayMs;
  const day =
    seconds < 86_400 ? 1 - 0.4 * Math.cos(2 * Math.PI * (hour - 0.1)) : 1;
  const rate = (eventsPerDay(kpi) * seconds) / 86_400;
  return wholeAt(moment, rate * week * day);
}

/** Nearer to the limit there is less of it, so that a verdict does not go to and fro. */
function wobble({ kpi, entity, at, usage }: Moment): number {
  const isNear = usage > 0.8 && usage < 1.1;
  return around(isNear ? 0.01 : 0.08, kpi.id, entity, at);
}

function wholeAt({ kpi, entity, at, seconds }: Moment, rate: number): number {
  const place = Math.floor(at / (seconds * 1_000));
  return wholeEvents(rate, place, chance(kpi.id, entity));
}
