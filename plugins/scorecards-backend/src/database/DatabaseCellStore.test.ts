import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { one, squad, unknownCell } from '../__testUtils__/stored';
import { sharedTables } from '../__testUtils__/tables';
import { DatabaseVerdicts } from './DatabaseVerdicts';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);

async function open(id: TestDatabaseId) {
  const knex = await tables(id);
  return { knex, verdicts: new DatabaseVerdicts(knex) };
}

describe.each(databases.eachSupportedId())('DatabaseCellStore on %s', id => {
  const full = unknownCell({
    kpi: 'mttr',
    verdict: 'at_risk',
    freshness: 'fresh',
    value: 0.25,
    badShare: 0.75,
    parts: one(3),
    text: '15 min',
    target: '< 30 min',
    at: 1_764_000_000_000,
    since: 1_763_000_000_000,
    staleAt: 1_764_100_000_000,
    source: 'push',
    points: 0.5,
    problem: 'It is down',
  });

  it('answers what was put, in pages and by key', async () => {
    const { verdicts } = await open(id);
    const { cells } = verdicts.read;
    await cells.put([unknownCell({ hasTarget: false }), full]);
    const [first, ...rest] = await cells.page(undefined, 1);
    expect([first, rest]).toEqual([full, []]);
    expect(await cells.page(first, 10)).toEqual([
      unknownCell({ hasTarget: false }),
    ]);
    expect(await cells.find([full, unknownCell({ kpi: 'x' })])).toEqual([full]);
    expect(await cells.ofKpis(['uptime'])).toHaveLength(1);
    await cells.remove([full]);
    expect(await cells.ofKpis(['mttr', 'uptime'])).toHaveLength(1);
  });

  it('leaves a waiver as it is', async () => {
    const { knex, verdicts } = await open(id);
    const { cells } = verdicts.read;
    await cells.put([unknownCell()]);
    await knex('cells').update({ waived_until: 77 });
    await cells.put([
      unknownCell({ verdict: 'missed', waivedUntil: undefined }),
    ]);
    expect(await cells.page(undefined, 9)).toEqual([
      unknownCell({ verdict: 'missed', waivedUntil: 77 }),
    ]);
  });

  it('counts cells that stand alike', async () => {
    const { knex, verdicts } = await open(id);
    const { cells } = verdicts.read;
    await cells.put([full, { ...full, kpi: 'b', weight: 3 }, unknownCell()]);
    await knex('cells').where({ kpi: 'uptime' }).update({ waived_until: 1 });
    expect(await cells.counts([])).toEqual([]);
    const counts = await cells.counts([squad]);
    const group = { group: squad, category: 'availability' };
    expect(counts.sort((a, b) => a.cells - b.cells)).toEqual([
      {
        ...group,
        verdict: 'none',
        freshness: 'no_data',
        hasTarget: true,
        waived: true,
        cells: 1,
        points: 0,
        weight: 0,
      },
      {
        ...group,
        verdict: 'at_risk',
        freshness: 'fresh',
        hasTarget: true,
        waived: false,
        cells: 2,
        points: 2,
        weight: 4,
      },
    ]);
  });

  it('finds cells that are said to be fresh and are old', async () => {
    const { verdicts } = await open(id);
    const { cells } = verdicts.read;
    await cells.put([
      full,
      unknownCell(),
      unknownCell({ kpi: 'a', freshness: 'stale' }),
    ]);
    const { staleAt = 0 } = full;
    expect(await cells.overdue(staleAt, 10)).toEqual([]);
    expect(await cells.overdue(staleAt + 1, 10)).toEqual([full]);
  });
});
