import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import {
  checklistJsonSchema,
  ONBOARDING_SCHEMA_FILE,
  ORG_SCHEMA_FILE,
  orgJsonSchema,
} from '../definitions/jsonSchema';
import { Command, Io } from './io';
import { DEFAULT_DIRECTORY, onboardingFolder, orgFolder } from './loadForCli';

interface Schema {
  path: string;
  name: string;
  wanted: object;
}

/** Writes the JSON Schemas for editors beside the files; with `--check` only says whether they are up to date. */
export const schema: Command = async (args, io) => {
  const { values } = parseArgs({
    args,
    options: {
      dir: { type: 'string', default: DEFAULT_DIRECTORY },
      check: { type: 'boolean', default: false },
    },
  });
  let code = 0;
  for (const each of schemasFor(values.dir, io)) {
    if (isDeepStrictEqual(await readJson(each.path), each.wanted)) {
      io.out(`${each.name} is up to date`);
    } else if (values.check) {
      io.err(`${each.name} is out of date: run "npm run org -- schema"`);
      code = 1;
    } else {
      await write(each);
      io.out(`Wrote ${each.name}`);
    }
  }
  return code;
};

function schemasFor(dir: string, io: Io): Schema[] {
  const org = orgFolder(dir, io);
  const onboarding = onboardingFolder(dir, io);
  const schemas = [
    { folder: org, file: ORG_SCHEMA_FILE, wanted: orgJsonSchema() },
    {
      folder: onboarding,
      file: ONBOARDING_SCHEMA_FILE,
      wanted: checklistJsonSchema(),
    },
  ];
  return schemas
    .filter(({ folder }) => folder === org || existsSync(folder.directory))
    .map(({ folder: { directory, label = '' }, file, wanted }) => ({
      path: join(directory, file),
      name: `${label}${file}`,
      wanted,
    }));
}

async function write({ path, wanted }: Schema): Promise<void> {
  const { format } = await import('prettier');
  await writeFile(
    path,
    await format(JSON.stringify(wanted), { parser: 'json' }),
  );
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}
