import type { TechDocsMetadata } from '@backstage/plugin-techdocs-node';
import type { Knex } from 'knex';
import type { NewFile, Site, SiteStore, StoredFile } from './SiteStore';

interface SiteRow {
  entity_ref: string;
  etag: string;
  metadata: string;
  published_at: Date;
  file_count: number;
  bytes: number;
}

interface FileRow {
  entity_ref: string;
  path: string;
  hash: string;
  encoding: 'gzip' | null;
  // PostgreSQL gives large integers as text.
  size: number | string;
  content: Buffer;
}

/** SQLite takes only some hundred values in one statement. */
const PATHS_A_STATEMENT = 200;

export class DatabaseSiteStore implements SiteStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async replace(
    site: Site,
    files: readonly NewFile[],
  ): Promise<{ written: string[]; removed: string[] }> {
    const { entityRef } = site;
    return this.#knex.transaction(async tx => {
      // First, as this holds the row: who publishes the same site at once waits here, then sees our files.
      await tx<SiteRow>('techdocs_sites')
        .insert(siteRow(site, files))
        .onConflict('entity_ref')
        .merge();
      const stored = await tx<FileRow>('techdocs_site_files')
        .where({ entity_ref: entityRef })
        .select('path', 'hash');
      const known = new Map(stored.map(({ path, hash }) => [path, hash]));
      const wanted = new Set(files.map(({ path }) => path));
      const changed = files.filter(
        ({ path, hash }) => known.get(path) !== hash,
      );
      const removed = [...known.keys()].filter(path => !wanted.has(path));
      for (let i = 0; i < removed.length; i += PATHS_A_STATEMENT) {
        await tx<FileRow>('techdocs_site_files')
          .where({ entity_ref: entityRef })
          .whereIn('path', removed.slice(i, i + PATHS_A_STATEMENT))
          .delete();
      }
      // One after the other, so that no more than one file is in memory.
      for (const file of changed) {
        await tx<FileRow>('techdocs_site_files')
          .insert(await fileRow(entityRef, file))
          .onConflict(['entity_ref', 'path'])
          .merge();
      }
      return { written: changed.map(({ path }) => path), removed };
    });
  }

  async metadataOf(entityRef: string): Promise<TechDocsMetadata | undefined> {
    const row = await this.#sites()
      .where({ entity_ref: entityRef })
      .first('metadata');
    return row && JSON.parse(row.metadata);
  }

  async file(entityRef: string, path: string): Promise<StoredFile | undefined> {
    const row = await this.#files()
      .where({ entity_ref: entityRef, path })
      .first('hash', 'encoding', 'size', 'content');
    return (
      row && {
        hash: row.hash,
        size: Number(row.size),
        content: row.content,
        ...(row.encoding && { encoding: row.encoding }),
      }
    );
  }

  async hashOf(entityRef: string, path: string): Promise<string | undefined> {
    const row = await this.#files()
      .where({ entity_ref: entityRef, path })
      .first('hash');
    return row?.hash;
  }

  async list(): Promise<string[]> {
    const rows = await this.#sites().select('entity_ref').orderBy('entity_ref');
    return rows.map(row => row.entity_ref);
  }

  async remove(entityRef: string): Promise<void> {
    await this.#knex.transaction(async tx => {
      // In the order of `replace`, so that the two never wait for each other.
      await tx<SiteRow>('techdocs_sites')
        .where({ entity_ref: entityRef })
        .forUpdate()
        .first('entity_ref');
      await tx<FileRow>('techdocs_site_files')
        .where({ entity_ref: entityRef })
        .delete();
      await tx<SiteRow>('techdocs_sites')
        .where({ entity_ref: entityRef })
        .delete();
    });
  }

  #sites() {
    return this.#knex<SiteRow>('techdocs_sites');
  }

  #files() {
    return this.#knex<FileRow>('techdocs_site_files');
  }
}

function siteRow(
  { entityRef, metadata, publishedAt }: Site,
  files: readonly NewFile[],
): SiteRow {
  return {
    entity_ref: entityRef,
    etag: metadata.etag,
    metadata: JSON.stringify(metadata),
    published_at: publishedAt,
    file_count: files.length,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
  };
}

async function fileRow(entityRef: string, file: NewFile): Promise<FileRow> {
  const { content, encoding } = await file.read();
  return {
    entity_ref: entityRef,
    path: file.path,
    hash: file.hash,
    encoding: encoding ?? null,
    size: file.size,
    content,
  };
}
