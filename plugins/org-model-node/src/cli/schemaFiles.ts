import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { DefinitionFolder } from '@squadron/backend-kit';
import { Io } from './io';

/** A JSON Schema that lies beside the files that it describes. */
export interface SchemaFile {
  folder: DefinitionFolder;
  file: string;
  wanted: object;
}

/**
 * Writes JSON Schemas for editors; with `check` only says whether they are up to date.
 * The answer is the exit code.
 */
export async function writeSchemas(
  schemas: readonly SchemaFile[],
  { check, io }: { check: boolean; io: Io },
): Promise<number> {
  let code = 0;
  for (const { folder, file, wanted } of schemas) {
    const path = join(folder.directory, file);
    const name = `${folder.label ?? ''}${file}`;
    if (isDeepStrictEqual(await readJson(path), wanted)) {
      io.out(`${name} is up to date`);
    } else if (check) {
      io.err(`${name} is out of date: run "npm run org -- schema"`);
      code = 1;
    } else {
      await write(path, wanted);
      io.out(`Wrote ${name}`);
    }
  }
  return code;
}

async function write(path: string, wanted: object): Promise<void> {
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
