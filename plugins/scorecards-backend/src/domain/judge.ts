import type {
  Kpi,
  KpiTarget,
  NoDataPolicy,
  Parts,
} from '@squadron/plugin-scorecards-common';
import { dayOf, dayText } from './day';
import { emptyParts } from './parts';
import { daysText, missText, riskText, budgetText, valueText } from './reasons';
import { type Finding, verdictOf } from './verdict';

/** A verdict in words. */
export interface Judgement extends Finding {
  /** The value in words: `99.97 %`. */
  text?: string;
  /** Why the verdict is what it is, in plain sentences. */
  reason: string;
}

const withoutData: Readonly<Record<NoDataPolicy, string>> = {
  bad: 'Until then it counts as missed.',
  ignore: 'Until then it does not count.',
  hold: 'Until then it counts as it last did.',
};

/**
 * Judges what samples add up to, and says why.
 *
 * @param parts - of the window that ends with the latest sample; nothing before the first one
 * @param atMs - when the latest sample was taken, by which the target is chosen
 */
export function judge(
  kpi: Kpi,
  parts: Parts | undefined,
  atMs: number,
): Judgement {
  const finding = verdictOf(kpi, parts ?? emptyParts, atMs);
  const text = valueText(kpi, finding);
  if (!parts || text === undefined) {
    return { ...finding, reason: emptyReason(kpi, parts, finding.target) };
  }
  const reason = reasonOf(kpi, parts, { ...finding, text }, atMs);
  return { ...finding, text, reason };
}

function emptyReason(
  { windowDays, source, onNoData }: Kpi,
  parts: Parts | undefined,
  target: KpiTarget | undefined,
): string {
  const where = windowDays ? `last ${daysText(windowDays)}` : 'latest sample';
  const nothing = parts
    ? `No events in the ${where}.`
    : `No sample yet. Samples come from: ${source.text}.`;
  return target ? `${nothing} ${withoutData[onNoData]}` : nothing;
}

function reasonOf(
  kpi: Kpi,
  parts: Parts,
  finding: Finding & { text: string },
  atMs: number,
): string {
  const { verdict, target } = finding;
  const value = kpi.windowDays
    ? `${finding.text} over the last ${daysText(kpi.windowDays)}`
    : finding.text;
  if (!target) {
    return kpi.targets.length === 0
      ? `${value}. There is no target to judge it by.`
      : `${value}. No target was in force on ${dayText(dayOf(atMs))}.`;
  }
  switch (verdict) {
    case 'none':
      return `${value}. ${target.text} is about something else: correct the definition.`;
    case 'met':
      return `${value} meets ${target.text}${budgetText(kpi, finding)}.`;
    case 'at_risk':
      return `${value} meets ${target.text}, but ${riskText(finding)}.`;
    case 'missed':
      return `${value} misses ${target.text}${missText(kpi, parts, finding)}.`;
    default:
      return verdict satisfies never;
  }
}
