import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import type { SampleImport } from '@squadron/plugin-scorecards-common';
import { sharedTables } from '../__testUtils__/tables';
import { DatabaseImportStore } from '../database/DatabaseImportStore';
import { ImportWorker } from '../engine/ImportWorker';
import { ImportCommands, Importer } from './ImportCommands';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);
const ann: Importer = {
  by: 'user:default/ann',
  groups: async () => ['group:default/a'],
};
const bob: Importer = { ...ann, by: 'user:default/bob' };
const header = 'kpi;entity;at;value\n';
const row = (n: number | string) => `speed;squad-a;2026-11-28T10:00:00Z;${n}\n`;

interface Sample {
  value: unknown;
}

describe.each(databases.eachSupportedId())('imports on %s', id => {
  let store: DatabaseImportStore;
  let commands: ImportCommands;
  let worker: ImportWorker;
  let now: Date;
  let recorded: unknown[];
  let importers: object[];
  let onRecord: (() => Promise<void>) | undefined;

  /** Takes numbers for good samples. */
  const check = async (
    rows: readonly unknown[],
    may: (group: string) => boolean,
    { indexes }: { indexes?: readonly number[] } = {},
  ) => {
    const isOurs = may('group:default/a') && !may('group:default/b');
    const isGood = (sample: unknown) =>
      typeof (sample as Sample).value === 'number';
    const errors = rows.flatMap((sample, at) =>
      isOurs && isGood(sample)
        ? []
        : {
            index: indexes?.[at] ?? at,
            code: 'invalid' as const,
            message: 'No number',
          },
    );
    return {
      good: rows.length - errors.length,
      rejected: errors.length,
      errors,
    };
  };
  const workerOf = () =>
    new ImportWorker({
      imports: store,
      samples: {
        check,
        dryRun: async (rows, _, may) => {
          const { good, ...rest } = await check(rows, may);
          const verdicts = rows.map((_row, index) => ({
            index,
            verdict: 'met' as const,
            text: '',
            reason: 'It is met',
          }));
          return {
            accepted: good,
            unchanged: 0,
            corrected: 0,
            ...rest,
            verdicts,
          };
        },
        record: async (rows, who, may, options) => {
          await onRecord?.();
          recorded.push(...rows.map(sample => (sample as Sample).value));
          importers.push(who);
          const { good, ...rest } = await check(rows, may, options);
          return { accepted: good, unchanged: 0, corrected: 0, ...rest };
        },
      },
      logger: mockServices.logger.mock(),
      now: () => now,
    });

  beforeEach(async () => {
    const knex = await tables(id);
    store = new DatabaseImportStore(knex);
    now = new Date('2026-11-28T10:00:00Z');
    recorded = [];
    importers = [];
    onRecord = undefined;
    worker = workerOf();
    commands = new ImportCommands({
      imports: store,
      worker: { soon: async () => {} },
      now: () => now,
    });
  });

  async function uploaded(...parts: string[]): Promise<SampleImport> {
    const item = await commands.start('samples.csv', ann);
    for (const [part, text] of parts.entries()) {
      await commands.upload(item.id, part, text, ann);
    }
    return commands.get(item.id, ann);
  }
  async function checked(...parts: string[]): Promise<SampleImport> {
    const item = await uploaded(...parts);
    await commands.check(item.id, ann);
    await worker.soon();
    return commands.get(item.id, ann);
  }
  async function imported(...parts: string[]): Promise<SampleImport> {
    const item = await checked(...parts);
    await commands.run(item.id, ann);
    await worker.soon();
    return commands.get(item.id, ann);
  }

  it('check a file, show its first rows, and import it', async () => {
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
    expect(recorded).toEqual([]);
    await commands.run(item.id, ann);
    expect((await commands.get(item.id, ann)).state).toBe('importing');
    await worker.soon();
    expect(await commands.get(item.id, ann)).toMatchObject({
      state: 'done',
      rows: 3,
      result: { accepted: 2, rejected: 1 },
    });
    expect(recorded).toEqual([1, 'x', 3]);
    expect(importers).toEqual([{ source: 'csv', by: ann.by }]);
    expect(await store.parts(item.id)).toEqual([]);
  });

  it('take a part that comes twice once', async () => {
    const item = await uploaded(header, row(1));
    const again = await commands.upload(item.id, 1, row(1), ann);
    expect(again.bytes).toBe(item.bytes);
  });

  it.each([
    ['no header', 'speed;squad-a\n', 'kpi'],
    ['an open quote', `${header}"speed;squad-a`, 'quote'],
  ])('say what is wrong with a file with %s', async (_, text, problem) => {
    const item = await checked(text);
    expect(item.state).toBe('failed');
    expect(item.problem).toContain(problem);
    await expect(commands.run(item.id, ann)).rejects.toThrow('has failed');
  });

  it('go on where a dead worker stopped', async () => {
    const item = await checked(
      header + [...Array(2_500).keys()].map(row).join(''),
    );
    await commands.run(item.id, ann);
    let calls = 0;
    onRecord = async () => {
      calls += 1;
      if (calls === 2) throw new Error('The power is out');
    };
    await worker.soon();
    expect(recorded).toHaveLength(1_000);
    expect(await commands.get(item.id, ann)).toMatchObject({
      state: 'importing',
      progress: 1_000,
    });
    await workerOf().soon();
    expect(recorded).toHaveLength(1_000);
    now = new Date('2026-11-28T10:03:00Z');
    await workerOf().soon();
    expect(recorded).toEqual([...Array(2_500).keys()]);
    expect(await commands.get(item.id, ann)).toMatchObject({
      state: 'done',
      result: { accepted: 2_500 },
    });
  });

  it('give up what stops again and again', async () => {
    const item = await checked(header + row(1));
    await commands.run(item.id, ann);
    onRecord = async () => {
      throw new Error('The power is out');
    };
    for (const minute of [10, 20, 30, 40]) {
      now = new Date(`2026-11-28T10:${minute}:00Z`);
      await worker.soon();
    }
    expect(await commands.get(item.id, ann)).toMatchObject({
      state: 'failed',
      problem: expect.stringContaining('stopped 3 times'),
    });
  });

  it('stop when they are given up', async () => {
    const item = await checked(
      header + [...Array(2_500).keys()].map(row).join(''),
    );
    await commands.run(item.id, ann);
    onRecord = async () => commands.cancel(item.id, ann);
    await worker.soon();
    expect(recorded).toHaveLength(1_000);
    expect((await commands.get(item.id, ann)).state).toBe('cancelled');
    await expect(commands.cancel(item.id, ann)).rejects.toThrow(
      'has been given up',
    );
  });

  it('are done by one worker', async () => {
    const item = await checked(header + row(1));
    await commands.run(item.id, ann);
    await Promise.all([
      workerOf().soon(),
      workerOf().soon(),
      workerOf().soon(),
    ]);
    expect(recorded).toEqual([1]);
  });

  it('need all parts, a check, and the person who began them', async () => {
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
    const { id: done } = await imported(header + row(1));
    await expect(commands.upload(done, 1, row(2), ann)).rejects.toThrow(
      'takes no more parts',
    );
    await store.prune(now.getTime() + 1);
    await expect(commands.get(done, ann)).rejects.toThrow('There is no import');
  });
});
