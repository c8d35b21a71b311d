import { mockServices } from '@backstage/backend-test-utils';
import type { Kpi } from '@squadron/plugin-scorecards-common';
import type { Collected, Collector } from '@squadron/plugin-scorecards-node';
import { kpi } from './kpi';

/** What a KPI is asked for with in a test. */
export interface AskedKpi {
  kpi?: Partial<Kpi>;
  source: object;
  entities?: string[];
  from?: string;
}

/** Runs a collector to its end for KPIs that are called `k0`, `k1` and so on. */
export async function collectAll<TSource>(
  collector: Collector<TSource>,
  asked: AskedKpi[],
  to: string,
  signal = new AbortController().signal,
): Promise<Collected[]> {
  const results: Collected[] = [];
  const kpis = asked.map(({ kpi: fields, source, entities, from }, at) => ({
    kpi: kpi(`k${at}`, fields),
    source: collector.schema.parse({
      type: collector.type,
      text: 'x',
      ...source,
    }),
    entities: entities ?? ['group:default/a'],
    from: new Date(from ?? Date.parse(to) - 3_600_000),
  }));
  const logger = mockServices.logger.mock();
  const request = { kpis, to: new Date(to), signal, logger };
  for await (const result of collector.collect(request)) results.push(result);
  return results;
}
