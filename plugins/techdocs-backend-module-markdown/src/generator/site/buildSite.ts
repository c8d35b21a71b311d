import { join, posix } from 'node:path';
import { InputError } from '@backstage/errors';
import { NavHtml } from '../page/navHtml';
import { pageHtml, redirectHtml } from '../page/pageHtml';
import { readStylesheet } from '../page/stylesheet';
import { PageCache } from '../pool/PageCache';
import { RenderPool } from '../pool/RenderPool';
import { relativeUrl, urlOf } from '../render/links/sitePaths';
import { PageReader } from '../source/readPage';
import { checkLinks } from './checkLinks';
import { DocFiles, listDocFiles } from './docFiles';
import { homePage } from './homePage';
import { loadPages } from './loadPages';
import { Navigation, navigationOf } from './navigation';
import { SiteProblem } from './problems';
import { searchIndexOf } from './searchIndex';
import { readSiteConfig, SiteConfig } from './siteConfig';
import { SitePage } from './SitePage';
import { freeAssets, uniquePages } from './uniquePages';
import { SiteWriter } from './writeSite';

export interface BuildOptions {
  inputDir: string;
  /** An empty folder. */
  outputDir: string;
  /** What the site is called if `mkdocs.yml` does not say it. */
  name: string;
  iframeHosts: string[];
  pool: RenderPool;
  cache: PageCache;
  /** Where a page can be edited, if that is known of its source. */
  editUrl?: (path: string) => string | undefined;
  now: () => Date;
  etag?: string;
}

export interface BuiltSite {
  pages: number;
  problems: SiteProblem[];
}

/** Builds a site as mkdocs would. What is wrong with a page is told and leaves the others as they are. */
export async function buildSite(options: BuildOptions): Promise<BuiltSite> {
  const { inputDir, pool, cache } = options;
  const config = await readSiteConfig(inputDir, options.name);
  const files = await filesOf(inputDir, config);
  const unique = uniquePages(files.pages, config.docsDir);
  const { docsDir, appended } = config;
  const loaded = await loadPages(unique.paths, {
    docsDir,
    reader: new PageReader({ inputDir, docsDir, appended }),
    render: {
      tocDepth: config.tocDepth,
      permalinks: config.permalinks,
      iframeHosts: options.iframeHosts,
    },
    pool,
    cache,
  });
  const free = freeAssets(files.assets, loaded.pages, docsDir);
  const navigation = navigationOf(loaded.pages, config.nav, config.file);
  const pages = loaded.pages.some(({ url }) => url === '')
    ? loaded.pages
    : [homePage(config, navigation), ...loaded.pages];
  await write(pages, navigation, free.assets, config, options);
  return {
    pages: pages.length,
    problems: [
      ...config.problems,
      ...files.problems,
      ...unique.problems,
      ...free.problems,
      ...navigation.problems,
      ...loaded.problems,
      ...checkLinks(pages, files.assets, docsDir),
    ],
  };
}

async function filesOf(
  inputDir: string,
  config: SiteConfig,
): Promise<DocFiles> {
  try {
    return await listDocFiles(inputDir, config);
  } catch (error) {
    throw new InputError(
      `There is no folder "${config.docsDir}" with Markdown files beside ${config.file}: add one, or name another as docs_dir`,
      error,
    );
  }
}

async function write(
  pages: SitePage[],
  { items, order }: Navigation,
  assets: string[],
  config: SiteConfig,
  options: BuildOptions,
): Promise<void> {
  const { inputDir, outputDir } = options;
  const writer = new SiteWriter(outputDir);
  const stylesheet = await readStylesheet();
  const nav = new NavHtml(items, config);
  const position = new Map(order.map((page, index) => [page, index]));
  const neighbour = (page: SitePage, step: number) => {
    const index = position.get(page);
    return index === undefined ? undefined : order[index + step];
  };
  await Promise.all([
    ...pages.map(page =>
      writer.write(`${page.url}index.html`, () =>
        pageHtml(page, {
          siteName: config.siteName,
          nav,
          stylesheet: stylesheet.path,
          editUrl: config.editBase
            ? `${config.editBase}${encodeURI(page.path)}`
            : options.editUrl?.(posix.join(config.docsDir, page.path)),
          previous: neighbour(page, -1),
          next: neighbour(page, 1),
        }),
      ),
    ),
    ...assets.map(path =>
      writer.copy(path, join(inputDir, config.docsDir, path)),
    ),
    ...redirects(config, pages).map(([url, html]) =>
      writer.write(`${url}index.html`, () => html),
    ),
    writer.write(stylesheet.path, () => stylesheet.css),
    writer.write('search/search_index.json', () =>
      JSON.stringify(searchIndexOf(pages)),
    ),
  ]);
  await writer.write('techdocs_metadata.json', () =>
    JSON.stringify({
      site_name: config.siteName,
      site_description: config.siteDescription,
      etag: options.etag ?? '',
      build_timestamp: options.now().getTime(),
      files: writer.files,
    }),
  );
}

/** A page that was moved was a page of this site. */
function isWithin(url: string): boolean {
  return !url.startsWith('/') && !url.split('/').includes('..');
}

function redirects(
  config: SiteConfig,
  pages: readonly SitePage[],
): [string, string][] {
  const taken = new Set(pages.map(({ url }) => url));
  return Object.entries(config.redirects)
    .map(([from, to]): [string, string] => {
      const way = /^https?:/.test(to)
        ? to
        : relativeUrl(urlOf(from), urlOf(to));
      return [urlOf(from), redirectHtml(way)];
    })
    .filter(([url]) => !taken.has(url) && isWithin(url));
}
