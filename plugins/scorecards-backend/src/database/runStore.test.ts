import { TestDatabases } from '@backstage/backend-test-utils';
import { openTables, sharedTables } from '../__testUtils__/tables';
import { DatabaseRunStore } from './DatabaseRunStore';
import { migrationsDirectory } from './migrationsDirectory';
import type { StoredRun } from './RunStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);

const uuid = (n: number) =>
  `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function run(n: number, fields: Partial<StoredRun> = {}): StoredRun {
  return {
    id: uuid(n),
    collector: 'prometheus',
    state: 'running',
    trigger: 'schedule',
    startedAt: 1_795_860_000_000 + n,
    finishedAt: undefined,
    attempts: 1,
    kpis: 2,
    answered: 0,
    accepted: 0,
    rejected: 0,
    problems: [],
    ...fields,
  };
}

const far = 2e12;

describe.each(databases.eachSupportedId())('DatabaseRunStore on %s', id => {
  let store: DatabaseRunStore;

  beforeEach(async () => {
    const knex = await tables(id);
    store = new DatabaseRunStore(knex);
  });

  it('lets a collector run once at a time', async () => {
    const begun = await Promise.all(
      [1, 2, 3].map(n => store.begin(run(n), far)),
    );
    expect(begun.filter(Boolean)).toHaveLength(1);
    const running = await store.running('prometheus');
    expect(begun.indexOf(true) + 1).toBe(Number(running?.id.slice(-12)));
    expect(await store.count({})).toBe(1);
    expect(await store.begin(run(4, { collector: 'http' }), far)).toBe(true);
  });

  it('keeps what became of a run and lets the next one begin', async () => {
    await store.begin(run(1), far);
    const done = run(1, {
      state: 'partial',
      finishedAt: 1_795_860_009_000,
      attempts: 3,
      answered: 1,
      accepted: 7,
      rejected: 1,
      problems: [{ kpi: 'a', message: 'Oh' }],
    });
    await store.finish(done);
    expect(await store.running('prometheus')).toBeUndefined();
    expect(await store.list({ limit: 10 })).toEqual([done]);
    expect(await store.begin(run(2), far)).toBe(true);
  });

  it('ends the run of a dead holder, whose late word does not count', async () => {
    await store.begin(run(1), 1_795_860_000_001);
    expect(await store.begin(run(2), far)).toBe(true);
    expect(await store.list({ state: 'failed', limit: 10 })).toMatchObject([
      {
        id: uuid(1),
        problems: [{ message: expect.stringContaining('ended before') }],
      },
    ]);
    expect(await store.renew(run(1), far)).toBe(false);
    await store.finish(run(1, { state: 'ok' }));
    expect(await store.running('prometheus')).toMatchObject({ id: uuid(2) });
    expect(await store.count({ state: 'ok' })).toBe(0);
  });

  it('holds a lease for as long as it is renewed', async () => {
    await store.begin(run(1), 1_795_860_000_001);
    expect(await store.renew(run(1), far)).toBe(true);
    expect(await store.begin(run(2), far)).toBe(false);
  });

  it('lists runs latest first, in pages and by what is asked', async () => {
    for (const n of [1, 2, 3, 4]) {
      const collector = n === 3 ? 'http' : 'prometheus';
      const startedAt = n === 2 ? run(1).startedAt : run(n).startedAt;
      await store.begin(run(n, { collector, startedAt }), far);
      const state = n === 4 ? 'failed' : 'ok';
      const finishedAt = startedAt + 100;
      await store.finish(run(n, { collector, startedAt, finishedAt, state }));
    }
    const idsOf = async (filter: object) =>
      (await store.list({ limit: 2, ...filter })).map(each => each.id);
    expect(await idsOf({})).toEqual([uuid(4), uuid(3)]);
    const after = { startedAt: run(3).startedAt, id: uuid(3) };
    expect(await idsOf({ after })).toEqual([uuid(2), uuid(1)]);
    const next = { startedAt: run(1).startedAt, id: uuid(2) };
    expect(await idsOf({ after: next })).toEqual([uuid(1)]);
    expect(await idsOf({ collector: 'http' })).toEqual([uuid(3)]);
    expect(await store.count({ collector: 'prometheus', state: 'ok' })).toBe(2);
    expect((await store.latest(2)).map(each => each.id)).toEqual([
      uuid(3),
      uuid(4),
      uuid(2),
    ]);
    expect(await store.lastOk()).toEqual(
      new Map([
        ['http', run(3).startedAt + 100],
        ['prometheus', run(1).startedAt + 100],
      ]),
    );
    await store.prune(run(3).startedAt);
    expect(await store.count({})).toBe(2);
  });

  it('remembers up to when KPIs were collected', async () => {
    await store.setCollected([], 1);
    await store.setCollected(['a', 'b'], 1_000);
    await store.setCollected(['b'], 2_000);
    expect(await store.collectedUntil(['a', 'b', 'c'])).toEqual(
      new Map([
        ['a', 1_000],
        ['b', 2_000],
      ]),
    );
  });

  it('goes back, with data', async () => {
    const knex = await openTables(databases, id);
    await new DatabaseRunStore(knex).begin(run(1), far);
    await knex.migrate.rollback({ directory: migrationsDirectory }, true);
    expect(await knex.schema.hasTable('runs')).toBe(false);
  });
});
