import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { ANNOTATION_LOCATION, type Entity } from '@backstage/catalog-model';
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

/** A property of a form, as far as tests look at it. */
interface Property {
  type: string;
  enum?: unknown[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  /** What is said in place of the validator's own words, by keyword. */
  errorMessage?: Record<string, string>;
}

/** A golden path as it lies in the repository. */
export interface TemplateFolder {
  id: string;
  template: {
    metadata: { name: string; annotations: Record<string, string> };
    spec: {
      type: string;
      parameters: { properties: Record<string, Property> }[];
      steps: { id: string; action: string; input: Record<string, unknown> }[];
    };
  };
  content: TextFile[];
  fixtures: { name: string; values: Record<string, unknown> }[];
}

/** All golden paths of the repository with their fixtures. */
export async function readTemplates(): Promise<TemplateFolder[]> {
  const ids = (await readdir(root)).sort();
  return Promise.all(ids.map(readTemplate));
}

/** Whether a golden path makes something new; others change what is there, and need it. */
export function makesNew({ template }: TemplateFolder): boolean {
  return !['day-two', 'existing'].includes(template.spec.type);
}

/** A golden path as the catalog has read it. */
export function entityOf({ id, template }: TemplateFolder): Entity {
  const { metadata, spec } = template;
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: {
      ...metadata,
      annotations: {
        ...metadata.annotations,
        [ANNOTATION_LOCATION]: `file:${join(root, id, 'template.yaml')}`,
      },
    },
    spec: JSON.parse(JSON.stringify(spec)),
  };
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
  // What changes a project may write nothing into it.
  if (!existsSync(directory)) return [];
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
