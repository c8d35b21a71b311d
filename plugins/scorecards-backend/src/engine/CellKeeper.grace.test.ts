import { TestDatabases } from '@backstage/backend-test-utils';
import { keepersOf, latency, speed, uptime } from '../__testUtils__/keepers';
import { sharedTables } from '../__testUtils__/tables';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);

describe.each(databases.eachSupportedId())('cells without a name on %s', id => {
  async function unnamed() {
    const opened = keepersOf(await tables(id));
    const { cells, world, knex } = opened;
    await cells.run();
    world.kpis = [speed, latency];
    const at = async (time: string, by = cells) => {
      world.now = `2026-11-28T${time}Z`;
      await by.run();
      return (await knex('cells').where({ kpi: 'uptime' })).length;
    };
    return { ...opened, at };
  }

  it('stay for ten minutes, and go though nothing else has changed', async () => {
    const { at } = await unnamed();
    expect(await at('12:01:00')).toBe(2);
    expect(await at('12:10:59')).toBe(2);
    expect(await at('12:11:00')).toBe(0);
  });

  it('stay when they are named again, and have their time anew', async () => {
    const { at, world } = await unnamed();
    expect(await at('12:01:00')).toBe(2);
    world.kpis = [uptime, speed, latency];
    expect(await at('12:05:00')).toBe(2);
    world.kpis = [speed, latency];
    expect(await at('12:09:00')).toBe(2);
    expect(await at('12:18:00')).toBe(2);
    expect(await at('12:19:00')).toBe(0);
  });

  it('have their time with each replica', async () => {
    const { at, replica } = await unnamed();
    const other = replica().cells;
    expect(await at('12:01:00')).toBe(2);
    expect(await at('12:10:00', other)).toBe(2);
    expect(await at('12:19:00', other)).toBe(2);
    expect(await at('12:20:00', other)).toBe(0);
  });
});
