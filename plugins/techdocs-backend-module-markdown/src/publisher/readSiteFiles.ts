import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { NotAllowedError } from '@backstage/errors';
import { isCompressible } from './contentTypes';
import type { FileContent, NewFile } from './SiteStore';

const compress = promisify(gzip);

/** Lists a built site. A link in it could show readers any file of the host, so it is refused. */
export async function readSiteFiles(directory: string): Promise<NewFile[]> {
  const files: NewFile[] = [];
  for (const path of await listFiles(directory, '')) {
    const file = join(directory, path);
    const hash = createHash('sha256');
    let size = 0;
    await pipeline(createReadStream(file), async chunks => {
      for await (const chunk of chunks) {
        hash.update(chunk);
        size += chunk.length;
      }
    });
    files.push({
      path,
      hash: hash.digest('hex'),
      size,
      read: () => readContent(file),
    });
  }
  return files;
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
