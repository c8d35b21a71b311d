import { existsSync, readFileSync } from 'node:fs';

import { join } from 'node:path';
import { PageCache } from '../pool/PageCache';
import { RenderPool } from '../pool/RenderPool';
import { buildSite, BuildOptions } from '../site/buildSite';
import { formatProblem } from '../site/problems';
import { folderWith } from '../../__testUtils__/folders';

/** Builds a site out of files, and reads what came of it. */
export async function siteOf(
  pool: RenderPool,
  source: Record<string, string> | string,
  options: Partial<BuildOptions> = {},
) {
  const inputDir =
    typeof source === 'string' ? source : await folderWith(source);
  const outputDir = await folderWith({});
  const { pages, problems } = await buildSite({
    inputDir,
    outputDir,
    name: 'Site',
    iframeHosts: [],
    pool,
    cache: new PageCache(),
    now: () => new Date(0),
    ...options,
  });
  const read = (path: string) => readFileSync(join(outputDir, path), 'utf8');
  return {
    pages,
    problems: problems.map(formatProblem),
    read,
    json: (path: string) => JSON.parse(read(path)),
    has: (path: string) => existsSync(join(outputDir, path)),
    outputDir,
  };
}
