import type { Kpi } from '@squadron/plugin-scorecards-common';

/** A definition: the uptime of B-1. */
export function aKpi(over: Partial<Kpi> = {}): Kpi {
  return {
    id: 'b-1-api-uptime',
    title: 'API uptime',
    text: 'API Uptime ≥ 99.95%',
    category: 'availability',
    kind: 'ratio',
    unit: '%',
    direction: 'up',
    aggregation: 'ratio',
    windowDays: 30,
    cadenceSeconds: 60,
    freshSeconds: 900,
    onNoData: 'bad',
    errorBudgetDays: 30,
    weight: 1,
    dimensions: {},
    source: { type: 'push', text: 'pushed' },
    owner: 'group:default/squad-b-1',
    appliesTo: { to: 'owner' },
    targets: [{ op: '>=', value: '99.95', unit: '%', text: '>= 99.95%' }],
    runbook: '/docs/default/system/squad-b-1/',
    document: { title: 'Infra Team Structure', section: 'section 1B' },
    place: 'catalog-info/scorecards/division-1b.yaml:12',
    ...over,
  };
}
