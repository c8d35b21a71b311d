import type { SampleImport } from '@squadron/plugin-scorecards-common';

/** An import with its time in milliseconds. */
export interface StoredImport extends Omit<SampleImport, 'createdAt'> {
  createdAt: number;
  /** Groups of which samples may be brought in, as it was when the work was ordered. */
  groups: readonly string[];
  /** How often the work began; more than once where somebody died over it. */
  starts: number;
}

/** What changes while the work goes on. */
export type ImportProgress = Pick<
  StoredImport,
  'id' | 'rows' | 'progress' | 'result' | 'preview'
>;

/** Who works on an import, and until when that is believed. */
export interface ImportLease {
  worker: string;
  /** Milliseconds. */
  until: number;
}

/** Uploads of files with samples. */
export interface ImportStore {
  add(item: StoredImport): Promise<void>;
  find(id: string): Promise<StoredImport | undefined>;
  /** Keeps a part, also once more. @returns whether the import still takes parts */
  putPart(id: string, part: number, text: string): Promise<boolean>;
  /** The numbers of the parts that are there, in order. */
  parts(id: string): Promise<number[]>;
  part(id: string, part: number): Promise<string | undefined>;
  /** Orders work. @returns whether the import was in one of these states */
  order(
    id: string,
    from: readonly StoredImport['state'][],
    to: 'checking' | 'importing',
    groups: readonly string[],
  ): Promise<boolean>;
  /** Takes up work that nobody does, or that somebody dead did. */
  take(lease: ImportLease, now: number): Promise<StoredImport | undefined>;
  /** Keeps how far the work is. @returns whether it is still this worker's, and not cancelled */
  save(progress: ImportProgress, lease: ImportLease): Promise<boolean>;
  /** Ends the work; the parts go unless the file is still to be imported. */
  finish(
    progress: ImportProgress,
    lease: ImportLease,
    end: { state: 'checked' | 'done' | 'failed'; problem?: string },
  ): Promise<void>;
  /** @returns whether there was something to give up */
  cancel(id: string): Promise<boolean>;
  /** Forgets imports that were begun earlier. */
  prune(before: number): Promise<void>;
}
