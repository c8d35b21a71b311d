import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  checklistJsonSchema,
  ONBOARDING_SCHEMA_FILE,
  ORG_SCHEMA_FILE,
  orgJsonSchema,
} from '../definitions/jsonSchema';
import { Command } from './io';
import { DEFAULT_DIRECTORY, folderBeside, orgFolder } from './loadForCli';
import { writeSchemas } from './schemaFiles';

/** Writes the JSON Schemas for editors beside the files; with `--check` only says whether they are up to date. */
export const schema: Command = (args, io) => {
  const { values } = parseArgs({
    args,
    options: {
      dir: { type: 'string', default: DEFAULT_DIRECTORY },
      check: { type: 'boolean', default: false },
    },
  });
  const org = orgFolder(values.dir, io);
  const onboarding = folderBeside(values.dir, 'onboarding', io);
  const schemas = [
    { folder: org, file: ORG_SCHEMA_FILE, wanted: orgJsonSchema() },
    {
      folder: onboarding,
      file: ONBOARDING_SCHEMA_FILE,
      wanted: checklistJsonSchema(),
    },
  ].filter(({ folder }) => folder === org || existsSync(folder.directory));
  return writeSchemas(schemas, { check: values.check, io });
};
