import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isError } from '@backstage/errors';
import { stringify } from 'yaml';
import { CharterPage, charterPages, GENERATED_MARK } from '../charterPages';
import { CliError, Command } from './io';
import { count, DEFAULT_DIRECTORY, loadGoodOrg } from './loadForCli';

const INDEX = 'docs/index.md';
const COMMAND = '"npm run org -- docs"';

/** The folder of all sites. */
interface Sites {
  directory: string;
  /** As a terminal can open it. */
  label: string;
}

/** A file that is not as it should be; without a text it should not be there. */
interface Change {
  path: string;
  name: string;
  text?: string;
}

/** Writes a docs site for each squad, pod and team from its charter; with `--check` only says what is out of date. */
export const docs: Command = async (args, io) => {
  const { values } = parseArgs({
    args,
    options: {
      dir: { type: 'string', default: DEFAULT_DIRECTORY },
      out: { type: 'string', default: 'docs/squads' },
      check: { type: 'boolean', default: false },
    },
  });
  const { entities } = await loadGoodOrg(values.dir, io);
  const sites = {
    directory: resolve(io.cwd, values.out),
    label: values.out.replace(/\/+$/, ''),
  };
  const pages = charterPages(entities);
  const changes: Change[] = [];
  for (const page of pages) changes.push(...(await changesOf(page, sites)));
  changes.push(...(await leftOf(pages, sites)));
  for (const change of changes) {
    const isLeft = change.text === undefined;
    if (values.check) {
      const what = isLeft ? 'belongs to no group' : 'is out of date';
      io.err(`${change.name} ${what}: run ${COMMAND}`);
    } else {
      await apply(change);
      io.out(`${isLeft ? 'Deleted' : 'Wrote'} ${change.name}`);
    }
  }
  io.out(
    `${count(pages.length, 'page')}, ${count(changes.length, 'file')} out of date before`,
  );
  return values.check && changes.length > 0 ? 1 : 0;
};

async function changesOf(page: CharterPage, sites: Sites): Promise<Change[]> {
  const config = fileOf(sites, page.name, 'mkdocs.yml');
  const index = fileOf(sites, page.name, INDEX);
  const [oldConfig, oldIndex] = await Promise.all([
    readIfThere(config.path),
    readIfThere(index.path),
  ]);
  if (oldIndex !== undefined && !oldIndex.startsWith(GENERATED_MARK)) {
    throw new CliError(
      `${index.name} is not generated, and ${COMMAND} would write over it: give it another name.`,
    );
  }
  const changes: Change[] = [];
  // The squad may have added to it since, so that only its absence counts.
  if (oldConfig === undefined) {
    const text = await formatted(config.path, configOf(page));
    changes.push({ ...config, text });
  }
  const text = await formatted(index.path, page.markdown);
  if (oldIndex !== text) changes.push({ ...index, text });
  return changes;
}

/** Generated pages of groups that are gone. What people wrote beside them stays. */
async function leftOf(
  pages: readonly CharterPage[],
  sites: Sites,
): Promise<Change[]> {
  const names = new Set(pages.map(({ name }) => name));
  const folders = await readdir(sites.directory).catch(nothingThere);
  const changes: Change[] = [];
  for (const folder of folders?.sort() ?? []) {
    const index = fileOf(sites, folder, INDEX);
    const text = names.has(folder) ? undefined : await readIfThere(index.path);
    if (text?.startsWith(GENERATED_MARK)) changes.push(index);
  }
  return changes;
}

function configOf({ title }: CharterPage): string {
  return stringify({
    site_name: title,
    docs_dir: 'docs',
    plugins: ['techdocs-core'],
  });
}

async function formatted(path: string, text: string): Promise<string> {
  const { format, resolveConfig } = await import('prettier');
  return format(text, { ...(await resolveConfig(path)), filepath: path });
}

async function apply({ path, text }: Change): Promise<void> {
  if (text === undefined) {
    await rm(path);
  } else {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

function fileOf({ directory, label }: Sites, folder: string, file: string) {
  return {
    path: join(directory, folder, file),
    name: `${label}/${folder}/${file}`,
  };
}

async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(nothingThere);
}

function nothingThere(error: unknown): undefined {
  const absent = ['ENOENT', 'ENOTDIR'];
  if (isError(error) && absent.includes(String(error.code))) return undefined;
  throw error;
}
