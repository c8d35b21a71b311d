import { TestDatabases } from '@backstage/backend-test-utils';
import type { CollectRequest } from '@squadron/plugin-scorecards-node';
import { kpi } from '../__testUtils__/kpi';
import { sharedTables } from '../__testUtils__/tables';
import {
  good,
  runnersOf,
  sample,
  toast,
  toaster,
} from '../__testUtils__/toaster';
import { isMeasuredBy } from './CollectorRunner';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);

describe.each(databases.eachSupportedId())(
  'CollectorRunner on %s',
  databaseId => {
    let world: ReturnType<typeof runnersOf>;

    beforeEach(async () => {
      world = runnersOf(await tables(databaseId));
    });

    it('asks for its KPIs with their source and groups, and keeps what they answer', async () => {
      const { run, runs } = world;
      let asked: CollectRequest<unknown> | undefined;
      world.kpis.push(kpi('pushed'));
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
      expect(world.recorded).toEqual([sample('a'), sample('b')]);
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
      expect(world.problems).toEqual([
        ['a', undefined],
        ['b', undefined],
      ]);
    });

    it('asks for a KPI once in its cadence, unless somebody runs it now', async () => {
      const { run } = world;
      const collector = toaster(good);
      world.kpis = [
        toast('hourly'),
        toast('daily', { cadenceSeconds: 86_400 }),
      ];
      await run(collector);
      world.now = new Date('2026-11-28T10:59:59Z');
      expect(await run(collector)).toBeUndefined();
      world.now = new Date('2026-11-28T11:00:00Z');
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
      const { runnerOf, run } = world;
      const collector = toaster(good);
      const begun = await runnerOf().begin(collector, 'schedule');
      expect(await run(collector)).toBeUndefined();
      expect(await run(collector, 'user:default/ann')).toBeUndefined();
      await begun?.done();
      expect(await run(collector, 'user:default/ann')).toBeDefined();
      expect(collector.calls).toHaveLength(2);
    });

    it('says which file has a source that the collector does not understand', async () => {
      const { run } = world;
      world.kpis = [
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
      const { run, runnerOf, runs } = world;
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
      const { run, runs } = world;
      const components = { to: 'components' as const, below: 'company' };
      world.kpis = [
        toast('a', { owner: 'group:default/later' }),
        toast('b', { appliesTo: components }),
      ];
      const collector = toaster(good);
      await run(collector);
      expect(collector.calls).toEqual([['b']]);
      expect(await runs.collectedUntil(['a'])).toEqual(new Map());
    });

    it('has a run without KPIs only when somebody asks for it', async () => {
      const { run } = world;
      world.kpis = [];
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
