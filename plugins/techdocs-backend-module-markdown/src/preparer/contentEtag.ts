import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { listDocFiles } from '../generator/site/docFiles';
import { readSiteConfig } from '../generator/site/siteConfig';

/**
 * An etag of what a site is built from: its `mkdocs.yml`, its docs folder and `includes`, from which pages
 * include files. Nothing else is read, since the folder may be that of a whole repository.
 */
export async function contentEtag(inputDir: string): Promise<string> {
  const { file, docsDir } = await readSiteConfig(inputDir, '');
  const paths = new Set([
    file,
    // With what the site leaves out, as a page may include it.
    ...(await filesBelow(inputDir, docsDir)),
    ...(await filesBelow(inputDir, 'includes')),
  ]);
  const hash = createHash('sha256');
  for (const path of [...paths].sort()) {
    const content = await readIfThere(join(inputDir, path));
    if (!content) continue;
    const digest = createHash('sha256').update(content).digest('hex');
    hash.update(`${path}\0${digest}\0`);
  }
  return hash.digest('hex');
}

async function filesBelow(
  inputDir: string,
  docsDir: string,
): Promise<string[]> {
  try {
    const files = await listDocFiles(inputDir, { docsDir, exclude: [] });
    return [...files.pages, ...files.assets].map(path =>
      posix.join(docsDir, path),
    );
  } catch {
    // No such folder: if there must be one, the generator says so.
    return [];
  }
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch {
    return undefined;
  }
}
