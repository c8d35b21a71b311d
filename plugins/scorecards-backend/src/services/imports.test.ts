import { TestDatabases } from '@backstage/backend-test-utils';
import { ann, bob, header, importsOf, row } from '../__testUtils__/imports';
import { sharedTables } from '../__testUtils__/tables';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);

describe.each(databases.eachSupportedId())('imports on %s', id => {
  let world: ReturnType<typeof importsOf>;

  beforeEach(async () => {
    world = importsOf(await tables(id));
  });

  it('check a file, show its first rows, and import it', async () => {
    const { checked, commands, worker, store } = world;
    const whole = header + row(1) + row('x') + row(3);
    const item = await checked(whole.slice(0, 30), whole.slice(30));
    expect(item).toMatchObject({
      state: 'checked',
      bytes: whole.length,
      rows: 3,
      progress: 3,
      result: { accepted: 2, rejected: 1, errors: [{ index: 3 }] },
      createdAt: '2026-11-28T10:00:00.000Z',
      createdBy: ann.by,
    });
    expect(item.preview).toMatchObject([
      { line: 2, kpi: 'speed', entity: 'squad-a', text: 'It is met' },
      { line: 3, problem: 'No number' },
      { line: 4 },
    ]);
    expect(world.recorded).toEqual([]);
    await commands.run(item.id, ann);
    expect((await commands.get(item.id, ann)).state).toBe('importing');
    await worker.soon();
    expect(await commands.get(item.id, ann)).toMatchObject({
      state: 'done',
      rows: 3,
      result: { accepted: 2, rejected: 1 },
    });
    expect(world.recorded).toEqual([1, 'x', 3]);
    expect(world.importers).toEqual([{ source: 'csv', by: ann.by }]);
    expect(await store.parts(item.id)).toEqual([]);
  });

  it('take a part that comes twice once', async () => {
    const { uploaded, commands } = world;
    const item = await uploaded(header, row(1));
    const again = await commands.upload(item.id, 1, row(1), ann);
    expect(again.bytes).toBe(item.bytes);
  });

  it.each([
    ['no header', 'speed;squad-a\n', 'kpi'],
    ['an open quote', `${header}"speed;squad-a`, 'quote'],
  ])('say what is wrong with a file with %s', async (_, text, problem) => {
    const { checked, commands } = world;
    const item = await checked(text);
    expect(item.state).toBe('failed');
    expect(item.problem).toContain(problem);
    await expect(commands.run(item.id, ann)).rejects.toThrow('has failed');
  });

  it('go on where a dead worker stopped', async () => {
    const { checked, commands, worker, workerOf } = world;
    const item = await checked(
      header + [...Array(2_500).keys()].map(row).join(''),
    );
    await commands.run(item.id, ann);
    let calls = 0;
    world.onRecord = async () => {
      calls += 1;
      if (calls === 2) throw new Error('The power is out');
    };
    await worker.soon();
    expect(world.recorded).toHaveLength(1_000);
    expect(await commands.get(item.id, ann)).toMatchObject({
      state: 'importing',
      progress: 1_000,
    });
    await workerOf().soon();
    expect(world.recorded).toHaveLength(1_000);
    world.now = new Date('2026-11-28T10:03:00Z');
    await workerOf().soon();
    expect(world.recorded).toEqual([...Array(2_500).keys()]);
    expect(await commands.get(item.id, ann)).toMatchObject({
      state: 'done',
      result: { accepted: 2_500 },
    });
  });

  it('give up what stops again and again', async () => {
    const { checked, commands, worker } = world;
    const item = await checked(header + row(1));
    await commands.run(item.id, ann);
    world.onRecord = async () => {
      throw new Error('The power is out');
    };
    for (const minute of [10, 20, 30, 40]) {
      world.now = new Date(`2026-11-28T10:${minute}:00Z`);
      await worker.soon();
    }
    expect(await commands.get(item.id, ann)).toMatchObject({
      state: 'failed',
      problem: expect.stringContaining('stopped 3 times'),
    });
  });

  it('stop when they are given up', async () => {
    const { checked, commands, worker } = world;
    const item = await checked(
      header + [...Array(2_500).keys()].map(row).join(''),
    );
    await commands.run(item.id, ann);
    world.onRecord = async () => commands.cancel(item.id, ann);
    await worker.soon();
    expect(world.recorded).toHaveLength(1_000);
    expect((await commands.get(item.id, ann)).state).toBe('cancelled');
    await expect(commands.cancel(item.id, ann)).rejects.toThrow(
      'has been given up',
    );
  });

  it('are done by one worker', async () => {
    const { checked, commands, workerOf } = world;
    const item = await checked(header + row(1));
    await commands.run(item.id, ann);
    await Promise.all([
      workerOf().soon(),
      workerOf().soon(),
      workerOf().soon(),
    ]);
    expect(world.recorded).toEqual([1]);
  });

  it('need all parts, a check, and the person who began them', async () => {
    const { uploaded, commands } = world;
    const item = await uploaded();
    await expect(commands.check(item.id, ann)).rejects.toThrow(
      'upload the file first',
    );
    await commands.upload(item.id, 1, row(1), ann);
    await expect(commands.check(item.id, ann)).rejects.toThrow(
      'Part 0 is missing',
    );
    await expect(commands.run(item.id, ann)).rejects.toThrow(
      'must be checked first',
    );
    await expect(commands.upload(item.id, 0, '', bob)).rejects.toThrow(
      'There is no import',
    );
    const nobody = { ...ann, groups: async () => [] };
    await expect(commands.start('x', nobody)).rejects.toThrow(
      'samples of no group',
    );
    const gone = '00000000-0000-4000-8000-000000000000';
    await expect(commands.get(gone, ann)).rejects.toThrow('There is no import');
  });

  it('take no parts once they are done, and are forgotten after a while', async () => {
    const { imported, commands, store } = world;
    const { id: done } = await imported(header + row(1));
    await expect(commands.upload(done, 1, row(2), ann)).rejects.toThrow(
      'takes no more parts',
    );
    await store.prune(world.now.getTime() + 1);
    await expect(commands.get(done, ann)).rejects.toThrow('There is no import');
  });
});
