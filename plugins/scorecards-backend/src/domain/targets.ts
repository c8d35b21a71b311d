import type { Kpi, KpiTarget } from '@squadron/plugin-scorecards-common';
import { dayOf, dayText } from './day';

const isAlways = ({ from, to }: KpiTarget) =>
  from === undefined && to === undefined;

/** The target in force at a moment; of several, the one that began last. */
export function targetAt(
  { targets }: Pick<Kpi, 'targets'>,
  ms: number,
): KpiTarget | undefined {
  // Nearly all have one target for all times, and there are many samples for each.
  if (targets.length === 1 && isAlways(targets[0])) return targets[0];
  const day = dayText(dayOf(ms));
  let found: KpiTarget | undefined;
  for (const target of targets) {
    const { from = '', to } = target;
    const holds = from <= day && (to === undefined || day <= to);
    if (holds && (!found || from >= (found.from ?? ''))) found = target;
  }
  return found;
}
