import { randomUUID } from 'node:crypto';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { SampleImport } from '@squadron/plugin-scorecards-common';
import type { ImportStore, StoredImport } from '../database/ImportStore';
import type { ImportWorker } from '../engine/ImportWorker';

const mostBytes = 500_000_000;

const states: Record<StoredImport['state'], string> = {
  uploading: 'is still being uploaded',
  checking: 'is being checked',
  checked: 'has been checked',
  importing: 'is being imported',
  done: 'has been imported',
  failed: 'has failed',
  cancelled: 'has been given up',
};

/** Who imports, and of which groups. */
export interface Importer {
  by: string;
  /** Refs of the groups of which they may bring in samples. */
  groups(): Promise<string[]>;
}

function toImport(item: StoredImport): SampleImport {
  const { createdAt, groups: _groups, starts: _starts, ...rest } = item;
  return { ...rest, createdAt: new Date(createdAt).toISOString() };
}

/** Takes files with samples, part by part, and orders what is to be done with them. */
export class ImportCommands {
  readonly #imports: ImportStore;
  readonly #worker: Pick<ImportWorker, 'soon'>;
  readonly #now: () => Date;

  constructor(options: {
    imports: ImportStore;
    worker: Pick<ImportWorker, 'soon'>;
    now: () => Date;
  }) {
    this.#imports = options.imports;
    this.#worker = options.worker;
    this.#now = options.now;
  }

  async start(name: string, importer: Importer): Promise<SampleImport> {
    const item: StoredImport = {
      id: randomUUID(),
      name,
      state: 'uploading',
      bytes: 0,
      rows: 0,
      progress: 0,
      result: {
        accepted: 0,
        unchanged: 0,
        corrected: 0,
        rejected: 0,
        errors: [],
      },
      preview: [],
      groups: await groupsOf(importer),
      createdAt: this.#now().getTime(),
      createdBy: importer.by,
      starts: 0,
    };
    await this.#imports.add(item);
    return toImport(item);
  }

  async get(id: string, importer: Importer): Promise<SampleImport> {
    return toImport(await this.#own(id, importer));
  }

  async upload(
    id: string,
    part: number,
    text: string,
    importer: Importer,
  ): Promise<SampleImport> {
    const item = await this.#own(id, importer);
    if (item.bytes + Buffer.byteLength(text) > mostBytes) {
      throw new InputError(
        `The file is larger than ${mostBytes / 1e6} MB: split it into several files`,
      );
    }
    if (!(await this.#imports.putPart(id, part, text))) {
      throw await this.#conflict(id, importer, 'takes no more parts');
    }
    return this.get(id, importer);
  }

  async check(id: string, importer: Importer): Promise<SampleImport> {
    await this.#own(id, importer);
    const parts = await this.#imports.parts(id);
    if (parts.length === 0) {
      throw new InputError('There is nothing to check: upload the file first');
    }
    const missing = parts.findIndex((part, at) => part !== at);
    if (missing >= 0) {
      throw new InputError(`Part ${missing} is missing: upload it again`);
    }
    return this.#order(id, ['uploading', 'checked'], 'checking', importer);
  }

  async run(id: string, importer: Importer): Promise<SampleImport> {
    await this.#own(id, importer);
    return this.#order(id, ['checked'], 'importing', importer);
  }

  async cancel(id: string, importer: Importer): Promise<void> {
    await this.#own(id, importer);
    if (!(await this.#imports.cancel(id))) {
      throw await this.#conflict(id, importer, 'cannot be given up');
    }
  }

  async #order(
    id: string,
    from: readonly StoredImport['state'][],
    to: 'checking' | 'importing',
    importer: Importer,
  ): Promise<SampleImport> {
    const groups = await groupsOf(importer);
    if (!(await this.#imports.order(id, from, to, groups))) {
      throw await this.#conflict(
        id,
        importer,
        to === 'checking' ? 'cannot be checked' : 'must be checked first',
      );
    }
    this.#worker.soon();
    return this.get(id, importer);
  }

  /** To everybody else it is not there: its rows show what other groups measure. */
  async #own(id: string, { by }: Importer): Promise<StoredImport> {
    const item = await this.#imports.find(id);
    if (item?.createdBy === by) return item;
    throw new NotFoundError(
      `There is no import ${id} of yours: it may be older than two weeks; start a new one`,
    );
  }

  async #conflict(
    id: string,
    importer: Importer,
    what: string,
  ): Promise<ConflictError> {
    const { state } = await this.#own(id, importer);
    return new ConflictError(`The import ${states[state]}, so that it ${what}`);
  }
}

async function groupsOf({ groups }: Importer): Promise<string[]> {
  const refs = await groups();
  if (refs.length > 0) return refs;
  throw new NotAllowedError(
    'You may bring in samples of no group: ask your lead or an administrator of the portal',
  );
}
