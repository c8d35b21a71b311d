import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import createLimiter from 'p-limit';
import { brokenPage } from '../page/brokenPage';
import { PageCache } from '../pool/PageCache';
import { RenderPool } from '../pool/RenderPool';
import { UnreadablePage } from '../render/guards';
import { PageTask, RenderOptions, RenderedPage } from '../render/types';
import { urlOf } from '../render/links/sitePaths';
import { PageReader } from '../source/readPage';
import { RENDERER_VERSION } from '../version';
import { titleOfName } from './navigation';
import { SiteProblem } from './problems';
import { SitePage } from './SitePage';

const READ_AT_ONCE = 32;

export interface LoadedPages {
  pages: SitePage[];
  problems: SiteProblem[];
}

/** Reads all pages and renders those that are not known as they are. */
export async function loadPages(
  paths: readonly string[],
  options: {
    docsDir: string;
    reader: PageReader;
    render: RenderOptions;
    pool: RenderPool;
    cache: PageCache;
  },
): Promise<LoadedPages> {
  const { docsDir, reader, render, pool, cache } = options;
  const limit = createLimiter(READ_AT_ONCE);
  const problems: SiteProblem[] = [];

  const rendered = async (task: PageTask): Promise<RenderedPage> => {
    const key = keyOf(task);
    const known = cache.get(key);
    if (known) return known;
    const outcome = await pool.render(task);
    if ('failure' in outcome) {
      return brokenPage(posix.join(docsDir, task.path), outcome.failure);
    }
    cache.set(key, outcome.page);
    return outcome.page;
  };
  const contentOf = async (path: string): Promise<RenderedPage> => {
    try {
      const { lines, problems: found } = await reader.read(path);
      problems.push(...found);
      return await rendered({ path, lines, options: render });
    } catch (error) {
      if (!(error instanceof UnreadablePage)) throw error;
      return brokenPage(posix.join(docsDir, path), error);
    }
  };
  const load = async (path: string): Promise<SitePage> => {
    // Reading is quick, and others get their turn between two pages.
    await setImmediate();
    const content = await contentOf(path);
    problems.push(
      ...content.problems.map(problem => ({
        ...problem,
        file: posix.join(docsDir, path),
      })),
    );
    return {
      path,
      url: urlOf(path),
      title: content.meta.title ?? content.heading ?? titleOfPath(path),
      content,
    };
  };
  const pages = await Promise.all(paths.map(path => limit(load, path)));
  return { pages, problems };
}

function keyOf({ path, lines, options }: PageTask): string {
  // Only included lines have other numbers than their own.
  const numbers = lines.some(({ number }, index) => number !== index + 1)
    ? lines.map(({ number }) => number)
    : [];
  return createHash('sha256')
    .update(JSON.stringify([RENDERER_VERSION, path, options, numbers]))
    .update(lines.map(({ text }) => text).join('\n'))
    .digest('hex');
}

function titleOfPath(path: string): string {
  const isHome = urlOf(path) === '';
  const isIndex = /^(index|readme)\.\w+$/i.test(posix.basename(path));
  if (isHome) return 'Home';
  return titleOfName(posix.basename(isIndex ? posix.dirname(path) : path));
}
