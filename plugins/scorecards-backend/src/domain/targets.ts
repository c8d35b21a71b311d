import type { Kpi, KpiTarget } from '@squadron/plugin-scorecards-common';
import { dayOf, dayText } from './day';

/** The target in force at a moment; of several, the one that began last. */
export function targetAt(
  { targets }: Pick<Kpi, 'targets'>,
  ms: number,
): KpiTarget | undefined {
  const day = dayText(dayOf(ms));
  let found: KpiTarget | undefined;
  for (const target of targets) {
    const { from = '', to } = target;
    const holds = from <= day && (to === undefined || day <= to);
    if (holds && (!found || from >= (found.from ?? ''))) found = target;
  }
  return found;
}
