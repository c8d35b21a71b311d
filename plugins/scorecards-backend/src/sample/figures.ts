import type { Kpi } from '@squadron/plugin-scorecards-common';

/** About what each KPI without a target stands at, in its unit; of a ratio the share of bad events. */
const typical: Readonly<Record<string, number>> = {
  'company-seat-fill-rate': 0.14,
  'c-1-scaffold-success': 0.03,
  'cto-product-uptime': 0.0004,
  'cto-velocity': 310,
  'vp-engineering-sprint-velocity': 280,
  'vp-engineering-code-coverage': 0.19,
  'vp-engineering-deployment-success': 0.03,
  'engineering-sprint-completion': 0.12,
  'engineering-bug-resolution-time': 3.5,
  'head-of-product-feature-adoption': 0.42,
  'head-of-product-roadmap-adherence': 0.18,
  'ciso-certification-milestones': 6,
  'compliance-analyst-frameworks-onboarded': 4,
  'cro-arr-growth': 24,
  'cro-customer-acquisition-cost': 1_850,
  'vp-marketing-marketing-qualified-leads': 130,
  'vp-marketing-conversion-rate': 0.93,
  'vp-nps': 47,
  'vp-churn': 0.03,
  'vp-renewal': 0.08,
  'customer-success-engineer-onboarding-time': 12,
  'customer-success-engineer-customer-satisfaction': 0.06,
  'coo-operational-efficiency': 78,
  'coo-budget-compliance': 0.05,
};

/** What a KPI without a target stands at, in its unit; of a ratio the share of bad events. */
export function typicalOf({ id, kind }: Pick<Kpi, 'id' | 'kind'>): number {
  if (Object.hasOwn(typical, id)) return typical[id];
  return kind === 'ratio' ? 0.05 : 10;
}

/** Events a day of what is other than its kind; a bucket of objects is not a ward of patients. */
const volumes: Readonly<Record<string, number>> = {
  'a-3-doa': 320,
  'a-2-inventory-accuracy': 300,
  'b-2-durability': 5_000_000_000,
  'd-1-namenode-uptime': 11_520,
  'it-2-lan-wifi-uptime': 57_600,
  'company-core-uptime': 86_400,
  'company-uptime-2030': 86_400,
  'cto-product-uptime': 86_400,
};

const day = 86_400;

/** Events a day: many where machines count, few where people do. */
export function eventsPerDay({ id, kind, cadenceSeconds }: Kpi): number {
  if (Object.hasOwn(volumes, id)) return volumes[id];
  if (cadenceSeconds < 3_600) return 2_000_000;
  if (kind === 'ratio') return cadenceSeconds < day ? 900 : 60;
  return cadenceSeconds < day ? 24 : 2;
}

/** Things that a ratio without a window counts each time: machines, seats, endpoints. */
export function stockOf({ cadenceSeconds }: Kpi): number {
  return cadenceSeconds > 7 * day ? 180 : 400;
}
