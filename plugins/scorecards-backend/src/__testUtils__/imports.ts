import type { Knex } from 'knex';
import { mockServices } from '@backstage/backend-test-utils';
import type { SampleImport } from '@squadron/plugin-scorecards-common';
import { DatabaseImportStore } from '../database/DatabaseImportStore';
import { ImportWorker } from '../engine/ImportWorker';
import { ImportCommands, Importer } from '../services/ImportCommands';

export const ann: Importer = {
  by: 'user:default/ann',
  groups: async () => ['group:default/a'],
};
export const bob: Importer = { ...ann, by: 'user:default/bob' };
export const header = 'kpi;entity;at;value\n';
export const row = (n: number | string) =>
  `speed;squad-a;2026-11-28T10:00:00Z;${n}\n`;

interface Sample {
  value: unknown;
}

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

/** What a test sets of a worker, and what it sees of it. */
interface ImportWorld {
  now: Date;
  recorded: unknown[];
  importers: object[];
  onRecord?: () => Promise<void>;
}

function workersOf(store: DatabaseImportStore, world: ImportWorld) {
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
          await world.onRecord?.();
          world.recorded.push(...rows.map(sample => (sample as Sample).value));
          world.importers.push(who);
          const { good, ...rest } = await check(rows, may, options);
          return { accepted: good, unchanged: 0, corrected: 0, ...rest };
        },
      },
      logger: mockServices.logger.mock(),
      now: () => world.now,
    });
  return workerOf;
}

/** Imports over tables that are open, whose samples go nowhere. */
export function importsOf(knex: Knex) {
  const store = new DatabaseImportStore(knex);
  const world: ImportWorld = {
    now: new Date('2026-11-28T10:00:00Z'),
    recorded: [],
    importers: [],
  };
  const workerOf = workersOf(store, world);
  const worker = workerOf();
  const commands = new ImportCommands({
    imports: store,
    worker: { soon: async () => {} },
    now: () => world.now,
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
  return Object.assign(world, {
    store,
    commands,
    worker,
    workerOf,
    uploaded,
    checked,
    imported,
  });
}
