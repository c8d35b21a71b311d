import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  CompoundEntityRef,
  DEFAULT_NAMESPACE,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError, NotFoundError, toError } from '@backstage/errors';
import type {
  PublishRequest,
  PublisherBase,
  ReadinessResponse,
  TechDocsMetadata,
} from '@backstage/plugin-techdocs-node';
import type { Router } from 'express';
import { createDocsRouter } from './docsRouter';
import { readSiteFiles } from './readSiteFiles';
import type { SiteStore } from './SiteStore';

const METADATA = 'techdocs_metadata.json';

/** Publishes into the database of the plugin, from which every replica serves the same site. */
export class DatabasePublisher implements PublisherBase {
  readonly #store: SiteStore;
  readonly #auditor: AuditorService;
  readonly #logger: LoggerService;
  readonly #now: () => Date;

  constructor(options: {
    store: SiteStore;
    auditor: AuditorService;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#auditor = options.auditor;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  async getReadiness(): Promise<ReadinessResponse> {
    return { isAvailable: true };
  }

  async publish({
    entity,
    directory,
  }: PublishRequest): Promise<{ objects: string[] }> {
    const entityRef = stringifyEntityRef(entity);
    const event = await this.#auditor.createEvent({
      eventId: 'site-publish',
      meta: { entityRef },
    });
    try {
      const { files, tooLarge } = await readSiteFiles(directory);
      for (const path of tooLarge) {
        this.#logger.warn(
          `"${path}" of ${entityRef} is larger than 25 MB: it is left out`,
        );
      }
      const { written, removed } = await this.#store.replace(
        {
          entityRef,
          metadata: await readMetadata(directory),
          publishedAt: this.#now(),
        },
        files,
      );
      await event.success();
      this.#logger.info(
        `Published ${entityRef}: ${files.length} files, of which ${written.length} changed; ${removed.length} removed`,
      );
      const paths = [...files.map(({ path }) => path), ...removed];
      return { objects: paths.map(path => `${folderOf(entity)}/${path}`) };
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
  }

  async fetchTechDocsMetadata(
    entity: CompoundEntityRef,
  ): Promise<TechDocsMetadata> {
    const metadata = await this.#store.metadataOf(stringifyEntityRef(entity));
    if (!metadata) {
      throw new NotFoundError(
        `The documents of ${stringifyEntityRef(entity)} are not built: open them once`,
      );
    }
    return metadata;
  }

  async hasDocsBeenGenerated(entity: Entity): Promise<boolean> {
    const ref = stringifyEntityRef(entity);
    return (await this.#store.hashOf(ref, 'index.html')) !== undefined;
  }

  docsRouter(): Router {
    return createDocsRouter(this.#store);
  }
}

async function readMetadata(directory: string): Promise<TechDocsMetadata> {
  try {
    const metadata = JSON.parse(
      await readFile(join(directory, METADATA), 'utf8'),
    );
    return { ...metadata, etag: metadata.etag ?? '' };
  } catch (error) {
    throw new InputError(
      `The built site has no ${METADATA} that can be read: see what the generator says`,
      error,
    );
  }
}

function folderOf({ kind, metadata }: Entity): string {
  const { namespace = DEFAULT_NAMESPACE, name } = metadata;
  return `${namespace}/${kind}/${name}`.toLowerCase();
}
