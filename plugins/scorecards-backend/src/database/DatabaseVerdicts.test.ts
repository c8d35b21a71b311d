import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import {
  one,
  sample,
  squad,
  touched,
  unjudged,
  unknownCell,
} from '../__testUtils__/stored';
import { openTables, sharedTables } from '../__testUtils__/tables';
import { DatabaseVerdicts } from './DatabaseVerdicts';
import { emptyHealth } from '../domain/scoring';
import { migrationsDirectory } from './migrationsDirectory';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);

async function open(id: TestDatabaseId) {
  const knex = await tables(id);
  return { knex, verdicts: new DatabaseVerdicts(knex) };
}

describe.each(databases.eachSupportedId())('DatabaseVerdicts on %s', id => {
  it('migrates up and, with data in the tables, down again', async () => {
    const knex = await openTables(databases, id);
    const verdicts = new DatabaseVerdicts(knex);
    await verdicts.write(async stores => {
      await stores.samples.put([sample(1, one(1))]);
      await stores.days.put(unjudged(await stores.days.sumsOf([touched(0)])));
      await stores.cells.put([unknownCell()]);
      await stores.health.markDirty([0]);
      await stores.health.put(0, [
        { ...emptyHealth, group: squad, category: '*' },
      ]);
      await stores.changes.add([
        {
          kpi: 'uptime',
          entity: squad,
          group: squad,
          from: 'none',
          to: 'met',
          reason: 'It holds',
          at: 1,
          source: 'push',
        },
      ]);
    });
    await knex.migrate.rollback({ directory: migrationsDirectory }, true);
    for (const table of ['samples', 'daily', 'cells', 'changes', 'marks']) {
      expect(await knex.schema.hasTable(table)).toBe(false);
    }
    await knex.migrate.latest({ directory: migrationsDirectory });
    expect(await verdicts.read.cells.page(undefined, 10)).toEqual([]);
  });

  describe('a transaction', () => {
    it('raises the mark, and nothing stays of one that fails', async () => {
      const { knex, verdicts } = await open(id);
      const version = async () =>
        Number((await knex('marks').where({ name: 'verdicts' }))[0].version);
      await verdicts.write(async () => {});
      expect(await version()).toBe(1);
      const failing = verdicts.write(async ({ cells }) => {
        await cells.put([unknownCell()]);
        throw new Error('the disk is full');
      });
      await expect(failing).rejects.toThrow('the disk is full');
      expect(await version()).toBe(1);
      expect(await verdicts.read.cells.page(undefined, 10)).toEqual([]);
    });

    it.each(['40001', '40P01', 'SQLITE_BUSY'])(
      'is done again after %s',
      async code => {
        const { verdicts } = await open(id);
        let attempts = 0;
        await verdicts.write(async ({ cells }) => {
          attempts += 1;
          await cells.put([unknownCell({ reason: `attempt ${attempts}` })]);
          if (attempts < 3) throw Object.assign(new Error('again'), { code });
        });
        const [found] = await verdicts.read.cells.page(undefined, 10);
        expect(found.reason).toBe('attempt 3');
      },
    );

    it('waits until another one has ended', async () => {
      const { verdicts } = await open(id);
      const order: string[] = [];
      const work = (name: string) =>
        verdicts.write(async ({ cells }) => {
          order.push(`${name} begins`);
          await cells.find([unknownCell()]);
          await cells.put([unknownCell()]);
          order.push(`${name} ends`);
        });
      await Promise.all([work('a'), work('b'), work('c')]);
      for (let at = 0; at < order.length; at += 2) {
        expect(order[at + 1]).toBe(order[at].replace('begins', 'ends'));
      }
    });
  });
});
