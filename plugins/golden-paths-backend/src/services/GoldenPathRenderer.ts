import type {
  BackstageCredentials,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  type TemplateEntityV1beta3,
  isTemplateEntityV1beta3,
} from '@backstage/plugin-scaffolder-common';
import {
  type TemplateFile,
  isExecutable,
  toRendering,
  withDefaults,
} from '../domain/rendering';
import type { DryRun } from './DryRun';
import { readTemplateFolder } from './readTemplateFolder';

const templateRef = /^template:[^:/]+\/[^:/]+$/i;

export interface GoldenPathRendererOptions {
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  dryRun: DryRun;
  reader: Pick<UrlReaderService, 'readTree'>;
}

/** Renders the files of golden paths without making anything. */
export class GoldenPathRenderer {
  readonly #options: GoldenPathRendererOptions;

  constructor(options: GoldenPathRendererOptions) {
    this.#options = options;
  }

  /**
   * The golden path as it is now.
   *
   * @param credentials - of who may see it or not
   * @throws `NotFoundError` when there is none that they may see
   */
  async template(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<TemplateEntityV1beta3> {
    if (!templateRef.test(ref)) {
      throw new InputError(
        `"${ref}" is no reference of a template: write it as template:default/node-service`,
      );
    }
    const { catalog } = this.#options;
    const found = await catalog.getEntityByRef(ref, { credentials });
    if (found && isTemplateEntityV1beta3(found)) return found;
    throw new NotFoundError(
      `The catalog has no ${ref}: choose one of the golden paths that it lists`,
    );
  }

  /**
   * What a golden path would write.
   *
   * @param values - of its form; fields without one get what the form would have put there
   * @throws `InputError` for values that it does not take
   */
  async render(
    template: TemplateEntityV1beta3,
    values: Readonly<Record<string, unknown>>,
  ): Promise<TemplateFile[]> {
    const { dryRun, reader } = this.#options;
    const folder = await readTemplateFolder(template, reader);
    const files = await dryRun.run(
      toRendering(template, stringifyEntityRef(template)),
      withDefaults(template, values),
      folder,
    );
    return files
      .map(file => ({ ...file, executable: isExecutable(file, folder) }))
      .sort((a, b) => a.path.localeCompare(b.path, 'en'));
  }
}
