import type { Entity } from '@backstage/catalog-model';
import { NotModifiedError } from '@backstage/errors';
import type {
  PreparerBase,
  PreparerOptions,
  PreparerResponse,
} from '@backstage/plugin-techdocs-node';
import { contentEtag } from './contentEtag';

/**
 * Makes the etags of a preparer say by what a site was built, so that a release that renders otherwise
 * builds every site anew, and gives local folders etags, without which they are built again and again.
 */
export class VersionedPreparer implements PreparerBase {
  readonly #preparer: PreparerBase;
  readonly #prefix: string;

  constructor(preparer: PreparerBase, version: string) {
    this.#preparer = preparer;
    this.#prefix = `${version}:`;
  }

  shouldCleanPreparedDirectory(): boolean {
    return this.#preparer.shouldCleanPreparedDirectory();
  }

  async prepare(
    entity: Entity,
    options: PreparerOptions = {},
  ): Promise<PreparerResponse> {
    const { preparedDir, etag } = await this.#preparer.prepare(entity, {
      ...options,
      etag: this.#ownEtag(options.etag),
    });
    // A local folder has none.
    const current = `${this.#prefix}${etag || (await contentEtag(preparedDir))}`;
    if (!etag && current === options.etag) throw new NotModifiedError();
    return { preparedDir, etag: current };
  }

  #ownEtag(etag: string | undefined): string | undefined {
    return etag?.startsWith(this.#prefix)
      ? etag.slice(this.#prefix.length)
      : undefined;
  }
}
