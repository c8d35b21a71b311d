import type { Knex } from 'knex';
import { mockServices } from '@backstage/backend-test-utils';
import { OrgTree } from '@squadron/plugin-org-model-common';
import type { Kpi, Sample } from '@squadron/plugin-scorecards-common';
import type {
  CollectRequest,
  Collected,
  Collector,
} from '@squadron/plugin-scorecards-node';
import { z } from 'zod/v3';
import { kpi } from './kpi';
import { group } from './records';
import { DatabaseRunStore } from '../database/DatabaseRunStore';
import { CollectorRunner } from '../engine/CollectorRunner';

const tree = new OrgTree({
  at: '2026-11-28T00:00:00Z',
  groups: [group('company'), group('a', { parent: 'company' })],
  people: [],
});
/** A KPI that a toaster measures. */
export const toast = (id: string, fields: Partial<Kpi> = {}) =>
  kpi(id, { source: { type: 'toast', text: 'x', slices: 2 }, ...fields });
export const sample = (id: string): Sample => ({
  kpi: id,
  entity: 'group:default/a',
  at: '2026-11-28T10:00:00Z',
  value: 1,
});

type Collect = (
  request: CollectRequest<unknown>,
  call: number,
) => AsyncIterable<Collected>;

/** A collector that notes for which KPIs it is called. */
export function toaster(
  collect: Collect,
  fields: Partial<Collector> = {},
): Collector & { calls: string[][] } {
  const calls: string[][] = [];
  return {
    id: 'toast',
    type: 'toast',
    title: 'Toaster',
    everySeconds: 60,
    timeoutSeconds: 60,
    schema: z.object({ slices: z.number() }),
    ...fields,
    calls,
    collect(request) {
      calls.push(request.kpis.map(each => each.kpi.id));
      return collect(request, calls.length);
    },
  };
}

/** Answers each KPI with one sample. */
export async function* good({
  kpis,
}: CollectRequest<unknown>): AsyncGenerator<Collected> {
  for (const each of kpis)
    yield { kpi: each.kpi.id, samples: [sample(each.kpi.id)] };
}

/** Runners over tables that are open, what becomes of what they collect, and a time that a test sets. */
export function runnersOf(knex: Knex) {
  const runs = new DatabaseRunStore(knex);
  const world = {
    now: new Date('2026-11-28T10:00:00Z'),
    kpis: [toast('a'), toast('b')],
    recorded: [] as Sample[],
    problems: [] as [string, string | undefined][],
  };
  const runnerOf = (record?: () => Promise<never>) =>
    new CollectorRunner({
      collectors: [],
      definitions: {
        get: async () => ({ kpis: world.kpis, byId: new Map(), hash: '' }),
      },
      directory: { tree: async () => tree },
      samples: {
        record: async rows => {
          await record?.();
          world.recorded.push(...(rows as Sample[]));
          return {
            accepted: rows.length,
            unchanged: 0,
            corrected: 0,
            rejected: 0,
            errors: [],
          };
        },
      },
      problems: {
        report: async all => {
          world.problems.push(...all);
        },
      },
      runs,
      logger: mockServices.logger.mock(),
      now: () => world.now,
      firstPauseMs: 1,
    });
  const run = async (
    collector: Collector,
    trigger = 'schedule',
    runner = runnerOf(),
  ) => (await runner.begin(collector, trigger))?.done();
  return Object.assign(world, { runs, runnerOf, run });
}
