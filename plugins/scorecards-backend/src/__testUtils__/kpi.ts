import {
  type Kpi,
  type KpiTarget,
  type Target,
  formatTarget,
  parseTarget,
} from '@squadron/plugin-scorecards-common';

function readTarget(text: string): Target {
  const result = parseTarget(text);
  if (!result.ok) throw new Error(`${text}: ${result.problem.message}`);
  return result.target;
}

/** A target of a test from its words. */
export function target(
  text: string,
  options: { warn?: string; from?: string; to?: string } = {},
): KpiTarget {
  const { warn, ...validity } = options;
  const read = readTarget(text);
  return {
    ...read,
    text: formatTarget(read),
    ...(warn && { warn: readTarget(warn) }),
    ...validity,
  };
}

/** A KPI of a test: a pushed gauge of `squad-a`, unless the fields say otherwise. */
export function kpi(fields: Partial<Kpi> = {}): Kpi {
  return {
    id: 'kpi',
    title: 'KPI',
    text: 'KPI',
    category: 'quality',
    kind: 'gauge',
    unit: '',
    direction: 'up',
    aggregation: 'mean',
    cadenceSeconds: 300,
    freshSeconds: 600,
    onNoData: 'bad',
    weight: 1,
    dimensions: {},
    source: { type: 'push', text: 'whoever measures it' },
    owner: 'group:default/squad-a',
    appliesTo: { to: 'owner' },
    targets: [],
    document: { title: 'A document' },
    place: 'catalog-info/scorecards/a.yaml:1',
    ...fields,
  };
}

/** A ratio of good events of a test. */
export function ratio(fields: Partial<Kpi> = {}): Kpi {
  return kpi({ kind: 'ratio', aggregation: 'ratio', unit: '%', ...fields });
}
