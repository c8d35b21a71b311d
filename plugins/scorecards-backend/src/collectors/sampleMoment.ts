import type { Kpi } from '@squadron/plugin-scorecards-common';

const eventKinds: readonly Kpi['kind'][] = ['ratio', 'duration', 'count'];

/** Whether samples of the KPI add up, so that none may come twice. */
export function countsEvents({ kind }: Pick<Kpi, 'kind'>): boolean {
  return eventKinds.includes(kind);
}

/**
 * The time of a sample of what is so now. What adds up gets the start of its turn, so that a run that is done
 * twice replaces the sample.
 */
export function sampleMoment(kpi: Kpi, now: Date): string {
  const turn = Math.max(1, kpi.cadenceSeconds) * 1_000;
  const at = countsEvents(kpi)
    ? Math.floor(now.getTime() / turn) * turn
    : now.getTime();
  return new Date(at).toISOString();
}
