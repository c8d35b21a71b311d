import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import {
  ScmIntegrationRegistry,
  ScmIntegrations,
} from '@backstage/integration';
import {
  GeneratorRunOptions,
  ParsedLocationAnnotation,
  TechdocsGenerator,
} from '@backstage/plugin-techdocs-node';
import { PageCache } from './pool/PageCache';
import { RenderPool } from './pool/RenderPool';
import { buildSite } from './site/buildSite';
import { formatProblem } from './site/problems';

const MOST_PROBLEMS_LOGGED = 100;

/**
 * Builds sites in Node where the stock generator calls mkdocs. TechDocs takes only a subclass of its own
 * generator.
 */
export class MarkdownGenerator extends TechdocsGenerator {
  readonly #integrations: ScmIntegrationRegistry;
  readonly #iframeHosts: string[];
  readonly #pool = new RenderPool();
  readonly #cache = new PageCache();

  static fromConfig(
    config: Config,
    options: { logger: LoggerService },
  ): MarkdownGenerator {
    return new MarkdownGenerator({
      ...options,
      config,
      scmIntegrations: ScmIntegrations.fromConfig(config),
    });
  }

  private constructor(options: {
    logger: LoggerService;
    config: Config;
    scmIntegrations: ScmIntegrationRegistry;
  }) {
    super(options);
    this.#integrations = options.scmIntegrations;
    this.#iframeHosts =
      options.config.getOptionalStringArray(
        'techdocs.sanitizer.allowedIframeHosts',
      ) ?? [];
  }

  async run(options: GeneratorRunOptions): Promise<void> {
    const { inputDir, outputDir, etag, logger, parsedLocationAnnotation } =
      options;
    const { pages, problems } = await buildSite({
      inputDir,
      outputDir,
      etag,
      name: options.siteOptions?.name ?? 'Documentation',
      iframeHosts: this.#iframeHosts,
      pool: this.#pool,
      cache: this.#cache,
      now: () => new Date(),
      editUrl: path => this.#editUrl(path, parsedLocationAnnotation),
    });
    for (const problem of problems.slice(0, MOST_PROBLEMS_LOGGED)) {
      logger.log(
        problem.severity === 'error' ? 'error' : 'warn',
        formatProblem(problem),
      );
    }
    if (problems.length > MOST_PROBLEMS_LOGGED) {
      logger.warn(`… and ${problems.length - MOST_PROBLEMS_LOGGED} more`);
    }
    logger.info(
      `Built ${pages} ${pages === 1 ? 'page' : 'pages'} with ${problems.length} to mend`,
    );
  }

  /** Ends the threads that render. */
  async close(): Promise<void> {
    await this.#pool.close();
  }

  /** Documents that were read from a repository can be edited there. */
  #editUrl(
    path: string,
    location: ParsedLocationAnnotation | undefined,
  ): string | undefined {
    if (location?.type !== 'url') return undefined;
    try {
      const base = `${location.target.replace(/\/*$/, '')}/`;
      return this.#integrations.resolveEditUrl(
        this.#integrations.resolveUrl({ url: path, base }),
      );
    } catch {
      // A host without an integration: the page has no edit link.
      return undefined;
    }
  }
}
