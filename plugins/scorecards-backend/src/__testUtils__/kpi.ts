import { InputError } from '@backstage/errors';
import {
  type Kpi,
  type KpiTarget,
  type Target,
  formatTarget,
  parseTarget,
} from '@squadron/plugin-scorecards-common';

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

/** A ratio of good events of a test. */
export function ratio(id: string, fields: Partial<Kpi> = {}): Kpi {
  return kpi(id, { kind: 'ratio', aggregation: 'ratio', unit: '%', ...fields });
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

function readTarget(text: string): Target {
  const result = parseTarget(text);
  if (!result.ok) throw new InputError(`${text}: ${result.problem.message}`);
  return result.target;
}
