import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import type { TemplateFile } from '../domain/rendering';

/** Does something with files in a folder, which is gone afterwards. */
export async function withFolder<T>(
  files: readonly TemplateFile[],
  work: (directory: string) => Promise<T>,
): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'squadron-rendered-'));
  try {
    for (const { path, content, executable } of files) {
      const file = resolveSafeChildPath(directory, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content, { mode: executable ? 0o755 : 0o644 });
    }
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
