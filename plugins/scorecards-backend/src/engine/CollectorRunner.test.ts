import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { OrgTree } from '@squadron/plugin-org-model-common';
import type { Kpi, Sample } from '@squadron/plugin-scorecards-common';
import type {
  CollectRequest,
  Collected,
  Collector,
} from '@squadron/plugin-scorecards-node';
import { z } from 'zod/v3';
import { kpi } from '../__testUtils__/kpi';
import { group } from '../__testUtils__/records';
import { DatabaseRunStore } from '../database/DatabaseRunStore';
import { migrationsDirectory } from '../database/migrationsDirectory';
import { CollectorRunner, isMeasuredBy } from './CollectorRunner';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tree = new OrgTree({
  at: '2026-11-28T00:00:00Z',
  groups: [group('company'), group('a', { parent: 'company' })],
  people: [],
});
const toast = (id: string, fields: Partial<Kpi> = {}) =>
  kpi(id, { source: { type: 'toast', text: 'x', slices: 2 }, ...fields });
const sample = (id: string): Sample => ({
  kpi: id,
  entity: 'group:default/a',
  at: '2026-11-28T10:00:00Z',
  value: 1,
});

type Collect = (
  request: CollectRequest<unknown>,
  call: number,
) => AsyncIterable<Collected>;

function toaster(
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
async function* good({
  kpis,
}: CollectRequest<unknown>): AsyncGenerator<Collected> {
  for (const each of kpis)
    yield { kpi: each.kpi.id, samples: [sample(each.kpi.id)] };
}

describe.each(databases.eachSupportedId())(
  'CollectorRunner on %s',
  databaseId => {
    let runs: DatabaseRunStore;
    let now: Date;
    let kpis: Kpi[];
    let recorded: Sample[];
    let problems: [string, string | undefined][];

    beforeEach(async () => {
      const knex = await databases.init(databaseId);
      await knex.migrate.latest({ directory: migrationsDirectory });
      runs = new DatabaseRunStore(knex);
      now = new Date('2026-11-28T10:00:00Z');
      kpis = [toast('a'), toast('b')];
      recorded = [];
      problems = [];
    });

    const runnerOf = (record?: () => Promise<never>) =>
      new CollectorRunner({
        collectors: [],
        definitions: {
          get: async () => ({ kpis, byId: new Map(), hash: '' }),
        },
        directory: { tree: async () => tree },
        samples: {
          record: async rows => {
            await record?.();
            recorded.push(...(rows as Sample[]));
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
            problems.push(...all);
          },
        },
        runs,
        logger: mockServices.logger.mock(),
        now: () => now,
        firstPauseMs: 1,
      });
    const run = async (
      collector: Collector,
      trigger = 'schedule',
      runner = runnerOf(),
    ) => (await runner.begin(collector, trigger))?.done();

    it('asks for its KPIs with their source and groups, and keeps what they answer', async () => {
      let asked: CollectRequest<unknown> | undefined;
      kpis.push(kpi('pushed'));
      const done = await run(
        toaster(request => {
          asked = request;
          return good(request);
        }),
      );
      expect(asked?.kpis).toMatchObject([
        {
          kpi: { id: 'a' },
          source: { slices: 2 },
          entities: ['group:default/a'],
        },
        { kpi: { id: 'b' } },
      ]);
      expect(asked?.kpis[0].from).toEqual(new Date('2026-11-21T10:00:00Z'));
      expect(recorded).toEqual([sample('a'), sample('b')]);
      expect(done).toMatchObject({
        state: 'ok',
        attempts: 1,
        kpis: 2,
        answered: 2,
        accepted: 2,
        problems: [],
      });
      expect(await runs.list({ limit: 9 })).toMatchObject([
        { id: done?.id, state: 'ok' },
      ]);
      expect(problems).toEqual([
        ['a', undefined],
        ['b', undefined],
      ]);
    });

    it('asks for a KPI once in its cadence, unless somebody runs it now', async () => {
      const collector = toaster(good);
      kpis = [toast('hourly'), toast('daily', { cadenceSeconds: 86_400 })];
      await run(collector);
      now = new Date('2026-11-28T10:59:59Z');
      expect(await run(collector)).toBeUndefined();
      now = new Date('2026-11-28T11:00:00Z');
      await run(collector);
      await run(collector, 'user:default/ann');
      expect(collector.calls).toEqual([
        ['hourly', 'daily'],
        ['hourly'],
        ['hourly', 'daily'],
      ]);
      const eager = toaster(good, { everyRun: true });
      await run(eager);
      expect(eager.calls).toEqual([['hourly', 'daily']]);
    });

    it('never runs one twice at once', async () => {
      const collector = toaster(good);
      const begun = await runnerOf().begin(collector, 'schedule');
      expect(await run(collector)).toBeUndefined();
      expect(await run(collector, 'user:default/ann')).toBeUndefined();
      await begun?.done();
      expect(await run(collector, 'user:default/ann')).toBeDefined();
      expect(collector.calls).toHaveLength(2);
    });

    it('asks again for what may pass, and for nothing else', async () => {
      kpis.push(toast('c'));
      const collector = toaster(async function* answer({ kpis: asked }, call) {
        for (const {
          kpi: { id },
        } of asked) {
          if (id === 'a')
            yield { kpi: id, fault: { kind: 'lasting', message: 'Wrong' } };
          else if (id === 'b' && call < 3)
            yield { kpi: id, fault: { kind: 'passing', message: 'Busy' } };
          else yield { kpi: id, samples: [sample(id)] };
        }
      });
      const done = await run(collector);
      expect(collector.calls).toEqual([['a', 'b', 'c'], ['b'], ['b']]);
      expect(done).toMatchObject({
        state: 'partial',
        attempts: 3,
        answered: 2,
        problems: [{ kpi: 'a', message: 'Wrong' }],
      });
      expect(problems).toContainEqual(['a', 'Wrong']);
      expect(
        [...(await runs.collectedUntil(['a', 'b', 'c'])).keys()].sort(),
      ).toEqual(['b', 'c']);
    });

    it('keeps what was answered before a failure, and asks for the rest again', async () => {
      const collector = toaster(async function* answer({ kpis: asked }) {
        if (asked.length > 1) yield { kpi: 'a', samples: [sample('a')] };
        throw new Error('The toaster is cold');
      });
      const done = await run(collector);
      expect(collector.calls).toEqual([['a', 'b'], ['b'], ['b']]);
      expect(recorded).toEqual([sample('a')]);
      expect(done).toMatchObject({
        state: 'partial',
        problems: [
          { message: 'The toaster is cold' },
          { kpi: 'b', message: 'The toaster is cold' },
        ],
      });
      expect(problems).toEqual([
        ['a', undefined],
        ['b', 'The toaster is cold'],
      ]);
    });

    it('waits for no collector that hangs', async () => {
      const collector = toaster(
        () => ({
          [Symbol.asyncIterator]: () => ({
            next: () => new Promise<never>(() => {}),
          }),
        }),
        { timeoutSeconds: 0.01 },
      );
      const done = await run(collector);
      expect(done).toMatchObject({ state: 'failed', attempts: 3 });
      expect(done?.problems[0].message).toContain('did not end within 0.01 s');
    });

    it('stops when it is told to', async () => {
      const stop = new AbortController();
      const collector = toaster(async function* answer() {
        yield { kpi: 'a', samples: [sample('a')] };
        stop.abort();
        await new Promise(() => {});
      });
      const begun = await runnerOf().begin(collector, 'schedule');
      expect(await begun?.done(stop.signal)).toMatchObject({
        state: 'partial',
        problems: [{ message: 'The run was stopped before its end' }],
      });
      expect(collector.calls).toHaveLength(1);
      expect(recorded).toEqual([sample('a')]);
    });

    it('does not take what is not installed for a failure', async () => {
      const absent = {
        kind: 'absent',
        message: 'The plugin x is not installed',
      } as const;
      const collector = toaster(async function* answer({ kpis: asked }) {
        for (const each of asked) yield { kpi: each.kpi.id, fault: absent };
      });
      const done = await run(collector);
      expect(done).toMatchObject({
        state: 'skipped',
        attempts: 1,
        answered: 0,
      });
      expect(done?.problems).toContainEqual({
        kpi: 'a',
        message: absent.message,
      });
      expect(problems).toEqual([
        ['a', undefined],
        ['b', undefined],
      ]);
    });

    it('says which file has a source that the collector does not understand', async () => {
      kpis = [
        toast('a', { source: { type: 'toast', text: 'x', slices: 'two' } }),
      ];
      const collector = toaster(good);
      const done = await run(collector);
      expect(collector.calls).toEqual([]);
      expect(done).toMatchObject({ state: 'failed' });
      expect(done?.problems[0].message).toMatch(
        /source in test\.yaml:1: "slices"/,
      );
    });

    it('ends the run when samples cannot be kept', async () => {
      const full = async () => {
        throw new Error('The disk is full');
      };
      const done = await run(toaster(good), 'schedule', runnerOf(full));
      expect(done).toMatchObject({ state: 'failed' });
      expect(done?.problems[0].message).toContain('The disk is full');
      expect(await runs.running('toast')).toBeUndefined();
      expect(await runs.collectedUntil(['a', 'b'])).toEqual(new Map());
    });

    it('waits with a KPI until the tree has its groups', async () => {
      const components = { to: 'components' as const, below: 'company' };
      kpis = [
        toast('a', { owner: 'group:default/later' }),
        toast('b', { appliesTo: components }),
      ];
      const collector = toaster(good);
      await run(collector);
      expect(collector.calls).toEqual([['b']]);
      expect(await runs.collectedUntil(['a'])).toEqual(new Map());
    });

    it('has a run without KPIs only when somebody asks for it', async () => {
      kpis = [];
      expect(await run(toaster(good))).toBeUndefined();
      expect(await run(toaster(good), 'user:default/ann')).toMatchObject({
        state: 'skipped',
        kpis: 0,
      });
    });
  },
);

describe('isMeasuredBy', () => {
  const from = (instance?: string) =>
    toast('a', { source: { type: 'toast', text: 'x', instance } });
  const edge = toaster(good, { id: 'toast:edge', instance: 'edge' });

  it('leaves a KPI to the collector that it names, or to the only one', () => {
    expect(isMeasuredBy(from('edge'), edge)).toBe(true);
    expect(isMeasuredBy(from(), edge)).toBe(false);
    expect(isMeasuredBy(from('edge'), toaster(good))).toBe(true);
    expect(isMeasuredBy(from(), toaster(good))).toBe(true);
    expect(isMeasuredBy(kpi('pushed'), toaster(good))).toBe(false);
  });
});
