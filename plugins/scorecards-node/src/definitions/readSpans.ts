import { parseUnit, toStored } from '@squadron/plugin-scorecards-common';
import type { KpiContext } from './context';

const DAY = 86_400;

type SpanField = 'every' | 'freshFor' | 'window' | 'errorBudget';

/** Seconds of a span of time such as `1 min`, or nothing when it is none or not said. */
function readSeconds(
  field: SpanField,
  { item, at, problems }: KpiContext,
): number | undefined {
  const text = item[field];
  if (text === undefined) return undefined;
  const [, number, unit] = /^(\d+(?:\.\d+)?) ?([a-z ]+)$/i.exec(text) ?? [];
  const isTime = unit !== undefined && parseUnit(unit)?.dimension === 'time';
  const seconds = isTime ? toStored(number, unit) : 0;
  if (seconds > 0) return seconds;
  problems.error(
    at([field]),
    `${item.id}: "${field}" cannot be "${text}"`,
    'write a number and a unit: 1 min, 6 h, 30 d',
  );
  return undefined;
}

/** The same in days, of which it must have whole ones. */
function readDays(field: SpanField, context: KpiContext): number | undefined {
  const seconds = readSeconds(field, context);
  if (seconds === undefined) return undefined;
  const days = seconds / DAY;
  if (Number.isInteger(days)) return days;
  context.problems.error(
    context.at([field]),
    `${context.item.id}: "${field}" is made of whole days, and ${context.item[field]} is not`,
    `write ${Math.max(1, Math.round(days))} d`,
  );
  return undefined;
}

/** How often samples come, for how long one counts as new, and of which days a value is made. */
export interface Spans {
  cadenceSeconds: number;
  freshSeconds: number;
  windowDays?: number;
  errorBudgetDays?: number;
}

/**
 * Reads the spans of a KPI and says where they contradict each other. A sample counts as new for
 * twice the cadence at least, so that one late sample raises no alarm.
 *
 * @param defaultWindow - days of the period that the unit names, if it names one
 */
export function readSpans(
  context: KpiContext,
  defaultWindow: number | undefined,
): Spans | undefined {
  const { item, at, problems } = context;
  const cadenceSeconds = readSeconds('every', context);
  const fresh = readSeconds('freshFor', context);
  const windowDays = readDays('window', context) ?? defaultWindow;
  const errorBudgetDays = readDays('errorBudget', context);
  if (cadenceSeconds === undefined) return undefined;
  const spans = { window: windowDays, errorBudget: errorBudgetDays };
  for (const [field, days] of Object.entries(spans)) {
    if (days !== undefined && days * DAY < cadenceSeconds) {
      problems.error(
        at(item[field as keyof typeof spans] ? [field] : ['every']),
        `${item.id}: between two samples lie ${item.every}, longer than its ${field === 'window' ? 'window' : 'error budget'} of ${days} d`,
        'lengthen it, or let samples come more often',
      );
    }
  }
  if (fresh !== undefined && fresh < 2 * cadenceSeconds) {
    problems.warning(
      at(['freshFor']),
      `${item.id}: a sample counts as new for twice ${item.every} at least, longer than ${item.freshFor}`,
      'take the line out, or let samples come more often',
    );
  }
  return {
    cadenceSeconds,
    freshSeconds: Math.max(2 * cadenceSeconds, fresh ?? 0),
    ...(windowDays && { windowDays }),
    ...(errorBudgetDays && { errorBudgetDays }),
  };
}
