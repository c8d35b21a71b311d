import type { Kpi } from '@squadron/plugin-scorecards-common';
import { chance } from './chance';
import { HISTORY_DAYS } from './slots';

/** From a day on, counted from the day on which sample data was added, so much of its limit is used up. */
type Point = readonly [day: number, usage: number];

/** How a KPI went: 1 is at the limit of its target, less is better, more misses it. */
export interface Story {
  points: readonly Point[];
  /** Nothing more is measured from so many days after the day of adding. */
  endsAt?: number;
}

const healthy = 0.45;

const steady = (usage: number): Story => ({ points: [[0, usage]] });
const since = (days: number, before: number, after: number): Story => ({
  points: [
    [-days - 0.2, before],
    [-days, after],
  ],
});

/** What happened, by KPI; all others are drawn. */
const told: Readonly<Record<string, Story>> = {
  // A broker that lags since a rack was moved.
  'd-1-isr': since(6, healthy, 4),
  // A storage class that slowed down after a firmware update.
  'b-2-p95-latency': since(4, 0.8, 1.22),
  // A batch of optics that comes close to what is borne.
  'a-3-doa': steady(0.975),
  // Runbooks and drills that pay off within a month.
  'f-2-mttr': {
    points: [
      [-75, 1.75],
      [-45, 1.6],
      [-15, 0.5],
    ],
  },
  // The squad that improved most: a new compaction of its tables.
  'd-2-freshness': since(18, 1.5, 0.5),
  'd-2-p99-latency': since(17, 1.35, 0.55),
  'd-2-dti': since(12, 1.6, 0.3),
  // A model that grew; what the campaign has yet to fix.
  'd-3-p99-serving': since(33, 0.6, 1.25),
  // Bad laptops of one supplier, known and waived.
  'it-5-laptop-delivery': since(40, 0.6, 1.7),
  // An error budget that is nearly spent.
  'c-2-failed-pipelines': steady(0.86),
  // Exporters that went silent.
  'it-2-ap-utilization': { points: [[0, 0.7]], endsAt: -0.4 },
  'e-2-sso-p95': { points: [[0, 0.6]], endsAt: -0.2 },
  // Above nine tenths there is little room, so that the middle would be at risk.
  'f-3-resilience-score': steady(0.35),
  // What the company promises is far above what the plan asks for at first.
  'company-uptime-2030': steady(0.006),
  'd-4-pii-incident': steady(healthy),
  'e-3-privacy-p0': steady(healthy),
};

/** KPIs that nobody has measured yet. */
const untold: ReadonlySet<string> = new Set([
  'engineering-rto',
  'company-regional-coverage-2030',
  'strategic-operations-performance-optimization',
  'cto-technical-scalability',
  'compliance-analyst-audit-accuracy',
  'g-3-forecast-error',
  'h-4-nps',
]);

/** How a KPI of an entity goes; nothing for one that is never measured. */
export function storyOf(kpi: Kpi, entity: string): Story | undefined {
  if (untold.has(kpi.id)) return undefined;
  if (Object.hasOwn(told, kpi.id)) return told[kpi.id];
  const draw = (what: string) => chance(kpi.id, entity, what);
  const now = drawUsage(kpi, draw('now'), draw('how far now'));
  if (draw('was it ever otherwise') > 0.35) return steady(now);
  const days = 8 + Math.floor(draw('since when') * 60);
  const before = drawUsage(kpi, draw('before'), draw('how far before'));
  return since(days, before, now);
}

/** What of its limit a KPI uses up, so many days after the day of adding. */
export function usageAt({ points }: Story, day: number): number {
  const next = points.findIndex(([from]) => from > day);
  if (next === 0) return points[0][1];
  const [from, usage] = points[next < 0 ? points.length - 1 : next - 1];
  if (next < 0) return usage;
  const [to, nextUsage] = points[next];
  return usage + ((nextUsage - usage) * (day - from)) / (to - from);
}

/** Whether a story has the KPI measured so many days after the day of adding. */
export function isMeasured({ endsAt = Infinity }: Story, day: number): boolean {
  return day >= -HISTORY_DAYS && day < endsAt;
}

function drawUsage(kpi: Kpi, which: number, howFar: number): number {
  if (which < 0.78) return 0.3 + 0.3 * howFar;
  if (which >= 0.88) return 1.2 + 0.4 * howFar;
  // From here on a verdict is "at risk", and it differs by what is judged.
  const isShare = kpi.kind === 'ratio' && kpi.direction === 'up';
  return isShare || kpi.errorBudgetDays ? 0.86 : 0.97;
}
