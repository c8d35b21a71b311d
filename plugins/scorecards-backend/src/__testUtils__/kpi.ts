import type { Kpi } from '@squadron/plugin-scorecards-common';

/** A KPI of a test: a value of squad `a`, higher is better, read once an hour. */
export function kpi(id: string, fields: Partial<Kpi> = {}): Kpi {
  return {
    id,
    title: id,
    text: id,
    category: 'quality',
    kind: 'gauge',
    unit: '',
    direction: 'up',
    aggregation: 'mean',
    cadenceSeconds: 3_600,
    freshSeconds: 7_200,
    onNoData: 'bad',
    weight: 1,
    dimensions: {},
    source: { type: 'push', text: 'pushed' },
    owner: 'group:default/a',
    appliesTo: { to: 'owner' },
    targets: [],
    document: { title: 'Test' },
    place: 'test.yaml:1',
    ...fields,
  };
}
