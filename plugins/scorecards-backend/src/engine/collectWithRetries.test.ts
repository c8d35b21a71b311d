import { TestDatabases } from '@backstage/backend-test-utils';
import { sharedTables } from '../__testUtils__/tables';
import { runnersOf, sample, toast, toaster } from '../__testUtils__/toaster';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);

describe.each(databases.eachSupportedId())(
  'collectWithRetries on %s',
  databaseId => {
    let world: ReturnType<typeof runnersOf>;

    beforeEach(async () => {
      world = runnersOf(await tables(databaseId));
    });

    it('asks again for what may pass, and for nothing else', async () => {
      const { run, runs } = world;
      world.kpis.push(toast('c'));
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
      expect(world.problems).toContainEqual(['a', 'Wrong']);
      expect(
        [...(await runs.collectedUntil(['a', 'b', 'c'])).keys()].sort(),
      ).toEqual(['b', 'c']);
    });

    it('keeps what was answered before a failure, and asks for the rest again', async () => {
      const { run } = world;
      const collector = toaster(async function* answer({ kpis: asked }) {
        if (asked.length > 1) yield { kpi: 'a', samples: [sample('a')] };
        throw new Error('The toaster is cold');
      });
      const done = await run(collector);
      expect(collector.calls).toEqual([['a', 'b'], ['b'], ['b']]);
      expect(world.recorded).toEqual([sample('a')]);
      expect(done).toMatchObject({
        state: 'partial',
        problems: [
          { message: 'The toaster is cold' },
          { kpi: 'b', message: 'The toaster is cold' },
        ],
      });
      expect(world.problems).toEqual([
        ['a', undefined],
        ['b', 'The toaster is cold'],
      ]);
    });

    it('waits for no collector that hangs', async () => {
      const { run } = world;
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
      const { runnerOf } = world;
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
      expect(world.recorded).toEqual([sample('a')]);
    });

    it('does not take what is not installed for a failure', async () => {
      const { run } = world;
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
      expect(world.problems).toEqual([
        ['a', undefined],
        ['b', undefined],
      ]);
    });
  },
);
