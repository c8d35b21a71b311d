import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { parse } from 'yaml';

const root = resolvePackagePath(
  '@squadron/plugin-scaffolder-backend-module-golden-paths',
  '../../templates',
);

/** A file by its path below its folder. */
export interface TextFile {
  path: string;
  text: string;
}

/** A golden path as it lies in the repository. */
export interface TemplateFolder {
  id: string;
  template: {
    metadata: { name: string; annotations: Record<string, string> };
    spec: object;
  };
  content: TextFile[];
  fixtures: { name: string; values: Record<string, unknown> }[];
}

/** All golden paths of the repository with their fixtures. */
export async function readTemplates(): Promise<TemplateFolder[]> {
  const ids = (await readdir(root)).sort();
  return Promise.all(ids.map(readTemplate));
}

async function readTemplate(id: string): Promise<TemplateFolder> {
  const directory = join(root, id);
  const fixtures = await readFiles(join(directory, 'fixtures'));
  return {
    id,
    template: parse(await readFile(join(directory, 'template.yaml'), 'utf8')),
    content: await readFiles(join(directory, 'content')),
    fixtures: fixtures.map(({ path, text }) => ({
      name: basename(path, '.yaml'),
      values: parse(text),
    })),
  };
}

async function readFiles(directory: string): Promise<TextFile[]> {
  const entries = await readdir(directory, {
    recursive: true,
    withFileTypes: true,
  });
  const paths = entries
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name).slice(directory.length + 1),
    )
    .sort();
  return Promise.all(
    paths.map(async path => ({
      path,
      text: await readFile(join(directory, path), 'utf8'),
    })),
  );
}
