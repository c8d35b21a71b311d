import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { NotAllowedError } from '@backstage/errors';
import { isCompressible } from './contentTypes';
import type { FileContent, NewFile } from './SiteStore';

const compress = promisify(gzip);

const LARGEST_FILE = 25 * 1024 * 1024;

export interface SiteFiles {
  files: NewFile[];
  /** Paths of what is too large for the database. */
  tooLarge: string[];
}

/** Lists a built site. A link in it could show readers any file of the host, so it is refused. */
export async function readSiteFiles(directory: string): Promise<SiteFiles> {
  const files: NewFile[] = [];
  const tooLarge: string[] = [];
  for (const path of await listFiles(directory, '')) {
    const file = join(directory, path);
    const { size } = await stat(file);
    if (size > LARGEST_FILE) {
      tooLarge.push(path);
      continue;
    }
    const hash = createHash('sha256');
    await pipeline(createReadStream(file), hash);
    files.push({
      path,
      hash: hash.digest('hex'),
      size,
      read: () => readContent(file),
    });
  }
  return { files, tooLarge };
}

async function listFiles(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const paths: string[] = [];
  for (const entry of entries) {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) {
      paths.push(...(await listFiles(root, path)));
    } else if (entry.isFile()) {
      paths.push(path);
    } else {
      throw new NotAllowedError(
        `The built site has "${path}", which is a link or no file: put a copy of the file into the documents`,
      );
    }
  }
  return paths;
}

async function readContent(file: string): Promise<FileContent> {
  const content = await readFile(file);
  if (!isCompressible(file)) return { content };
  return { content: await compress(content), encoding: 'gzip' };
}
