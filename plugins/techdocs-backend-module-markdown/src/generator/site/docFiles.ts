import { readdir, realpath, stat } from 'node:fs/promises';
import { join, posix, relative, sep } from 'node:path';
import { isChildPath } from '@backstage/backend-plugin-api';
import ignore from 'ignore';
import { isPage } from '../render/links/sitePaths';
import { SiteConfig } from './siteConfig';
import { SiteProblem } from './problems';

export interface DocFiles {
  pages: string[];
  assets: string[];
  problems: SiteProblem[];
}

const LARGEST_ASSET = 25 * 1024 * 1024;

/** Lists the docs folder. What a link leads to outside of it is not part of the site. */
export async function listDocFiles(
  inputDir: string,
  { docsDir, exclude }: Pick<SiteConfig, 'docsDir' | 'exclude'>,
): Promise<DocFiles> {
  const root = join(inputDir, docsDir);
  const realRoot = await realpath(root);
  const excluded = ignore().add(['.*', '/templates/', ...exclude]);
  const files: DocFiles = { pages: [], assets: [], problems: [] };
  const complain = (path: string, message: string) =>
    files.problems.push({
      file: posix.join(docsDir, path),
      line: 0,
      severity: 'error',
      message,
    });

  const take = async (path: string): Promise<void> => {
    if (isPage(path)) {
      files.pages.push(path);
    } else if ((await stat(join(root, path))).size > LARGEST_ASSET) {
      complain(path, 'the file is larger than 25 MB: it is left out');
    } else {
      files.assets.push(path);
    }
  };
  const walk = async (folder: string): Promise<void> => {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = posix.join(folder, entry.name);
      if (excluded.ignores(entry.isDirectory() ? `${path}/` : path)) continue;
      if (entry.isDirectory()) {
        await walk(path);
      } else if (
        entry.isFile() ||
        (await isWithin(realRoot, join(root, path)))
      ) {
        await take(path);
      } else {
        complain(
          path,
          'this link leads out of the docs folder: it is left out',
        );
      }
    }
  };
  await walk('');
  return files;
}

/** A link may lead to another file of the folder, but not to a folder, in which it could lead round. */
async function isWithin(realRoot: string, path: string): Promise<boolean> {
  try {
    const real = await realpath(path);
    return isShown(realRoot, real) && (await stat(real)).isFile();
  } catch {
    return false;
  }
}

/** Whether a file lies below a folder, and not in what a dot at the beginning of its name hides. */
export function isShown(folder: string, path: string): boolean {
  const parts = relative(folder, path).split(sep);
  return isChildPath(folder, path) && !parts.some(part => part.startsWith('.'));
}
