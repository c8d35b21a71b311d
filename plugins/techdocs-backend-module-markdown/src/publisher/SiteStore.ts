import type { TechDocsMetadata } from '@backstage/plugin-techdocs-node';

/** What is known of the documents of an entity. */
export interface Site {
  entityRef: string;
  metadata: TechDocsMetadata;
  publishedAt: Date;
}

export interface FileContent {
  content: Buffer;
  encoding?: 'gzip';
}

/** A file to be published, which is read only if its hash is a new one. */
export interface NewFile {
  /** Relative to the site, with `/` between the folders. */
  path: string;
  hash: string;
  /** Before any encoding. */
  size: number;
  read(): Promise<FileContent>;
}

export interface StoredFile extends FileContent {
  hash: string;
  size: number;
}

/** Keeps built sites. Each is replaced as a whole: nobody sees a part of the old and a part of the new. */
export interface SiteStore {
  /** Answers the paths that were written, and those that the site has no more. */
  replace(
    site: Site,
    files: readonly NewFile[],
  ): Promise<{ written: string[]; removed: string[] }>;
  metadataOf(entityRef: string): Promise<TechDocsMetadata | undefined>;
  file(entityRef: string, path: string): Promise<StoredFile | undefined>;
  /** Of a file that the site has. */
  hashOf(entityRef: string, path: string): Promise<string | undefined>;
  /** The entities that have a site. */
  list(): Promise<string[]>;
  remove(entityRef: string): Promise<void>;
}
