import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { ORG_SCHEMA_FILE, orgJsonSchema } from '../definitions/jsonSchema';
import { Command } from './io';
import { DEFAULT_DIRECTORY, orgFolder } from './loadForCli';

/** Writes the JSON Schema for editors beside the files; with `--check` only says whether it is up to date. */
export const schema: Command = async (args, io) => {
  const { values } = parseArgs({
    args,
    options: {
      dir: { type: 'string', default: DEFAULT_DIRECTORY },
      check: { type: 'boolean', default: false },
    },
  });
  const { directory, label = '' } = orgFolder(values.dir, io);
  const path = join(directory, ORG_SCHEMA_FILE);
  const wanted = orgJsonSchema();
  if (isDeepStrictEqual(await readJson(path), wanted)) {
    io.out(`${label}${ORG_SCHEMA_FILE} is up to date`);
    return 0;
  }
  if (values.check) {
    io.err(
      `${label}${ORG_SCHEMA_FILE} is out of date: run "npm run org -- schema"`,
    );
    return 1;
  }
  const { format } = await import('prettier');
  await writeFile(
    path,
    await format(JSON.stringify(wanted), { parser: 'json' }),
  );
  io.out(`Wrote ${label}${ORG_SCHEMA_FILE}`);
  return 0;
};

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}
