import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

export interface Stylesheet {
  /** Below the root of the site. The reader loads a style sheet of such a name only. */
  path: string;
  css: string;
}

let read: Promise<Stylesheet> | undefined;

/** How documents look within the reader. */
export function readStylesheet(): Promise<Stylesheet> {
  read ??= load();
  return read;
}

async function load(): Promise<Stylesheet> {
  const css = await readFile(
    resolvePackagePath(
      '@squadron/plugin-techdocs-backend-module-markdown',
      'assets/main.css',
    ),
    'utf8',
  );
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 8);
  return { path: `assets/stylesheets/main.${hash}.min.css`, css };
}
