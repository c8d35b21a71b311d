import { matchesGlob } from 'node:path/posix';
import { Readable } from 'node:stream';
import {
  type ReadTreeResponseFactory,
  ReadUrlResponseFactory,
} from '@backstage/backend-defaults/urlReader';
import type {
  UrlReaderService,
  UrlReaderServiceReadTreeOptions,
  UrlReaderServiceReadUrlOptions,
  UrlReaderServiceSearchOptions,
} from '@backstage/backend-plugin-api';
import { InputError, NotFoundError, NotModifiedError } from '@backstage/errors';
import type { GitStore } from './GitStore';
import type { GitAddresses, GitPlace } from './addresses';

/** Reads the portal's own repositories for the catalog, TechDocs and templates, without a request. */
export class GitUrlReader implements UrlReaderService {
  readonly #store: GitStore;
  readonly #addresses: GitAddresses;
  readonly #trees: ReadTreeResponseFactory;

  constructor(options: {
    store: GitStore;
    addresses: GitAddresses;
    trees: ReadTreeResponseFactory;
  }) {
    this.#store = options.store;
    this.#addresses = options.addresses;
    this.#trees = options.trees;
  }

  async readUrl(url: string, options?: UrlReaderServiceReadUrlOptions) {
    const { name, ref, path } = this.#place(url);
    const commit = await this.#commit(name, ref, options);
    const content = await this.#store.readFile(name, commit, path);
    return ReadUrlResponseFactory.fromReadable(Readable.from([content]), {
      etag: commit,
    });
  }

  async readTree(url: string, options?: UrlReaderServiceReadTreeOptions) {
    const { name, ref, path } = this.#place(url);
    const commit = await this.#commit(name, ref, options);
    return this.#trees.fromTarArchive({
      stream: await this.#store.archive(name, commit),
      etag: commit,
      subpath: path,
      filter: options?.filter,
      stripFirstDirectory: false,
    });
  }

  async search(url: string, options?: UrlReaderServiceSearchOptions) {
    const { name, ref, path } = this.#place(url);
    const commit = await this.#commit(name, ref, options);
    const paths = (await this.#store.files(name, commit)).filter(each =>
      matchesGlob(each, path),
    );
    if (paths.length === 0 && !/[*?[{]/.test(path)) {
      throw new NotFoundError(`${name} has no file ${path} at ${ref}`);
    }
    return {
      etag: commit,
      files: paths.map(each => ({
        url: this.#addresses.of({ name, ref, path: each }),
        content: () => this.#store.readFile(name, commit, each),
      })),
    };
  }

  toString(): string {
    return 'git{portal}';
  }

  /** A commit is the etag: an unchanged one is answered with `NotModifiedError`, as the catalog expects. */
  async #commit(
    name: string,
    ref: string,
    options: { etag?: string } | undefined,
  ): Promise<string> {
    const commit = await this.#store.commitOf(name, ref);
    if (options?.etag === commit) throw new NotModifiedError();
    return commit;
  }

  #place(url: string): GitPlace {
    const place = this.#addresses.parse(url);
    if (place) return place;
    throw new InputError(
      `${url} is no address of a file or folder of a repository of the portal`,
    );
  }
}
