import type { KpiKind } from '@squadron/plugin-scorecards-common';
import { countsEvents } from '../sampleMoment';
import type { Steps } from './PrometheusClient';

const mostSteps = 1_000;

/** At which moments a KPI is to be read: at several of the past, and now. */
export interface SampleTimes {
  past?: Steps;
  now?: Date;
}

/**
 * The moments since a KPI was read last. They are multiples of the cadence, so that a run that is done twice
 * gives the same samples. What is read off, and not counted, is read now as well.
 */
export function sampleTimes(options: {
  kind: KpiKind;
  cadenceSeconds: number;
  from: Date;
  to: Date;
}): SampleTimes {
  const { cadenceSeconds } = options;
  const [from, to] = [options.from.getTime(), options.to.getTime()];
  const cadence = Math.max(1, cadenceSeconds) * 1_000;
  // After a long time fewer moments, a whole number of cadences apart.
  const step =
    cadence * Math.max(1, Math.ceil((to - from) / cadence / mostSteps));
  const addsUp = countsEvents(options);
  const until = addsUp ? to : to - step;
  const first = (Math.floor(from / step) + 1) * step;
  const last = Math.floor(until / step) * step;
  const now = addsUp ? {} : { now: options.to };
  if (first > last) return now;
  if (first === last && addsUp) return { now: new Date(last) };
  return {
    ...now,
    past: {
      start: new Date(first),
      end: new Date(last),
      seconds: step / 1_000,
    },
  };
}
