import { zodToJsonSchema } from 'zod-to-json-schema';
import { orgFileSchema } from './schema';

/** Name of the file that editors find the schema in, beside the organization's files. */
export const ORG_SCHEMA_FILE = 'org.schema.json';

/** The schema of an organization file as JSON Schema, by which editors complete and check. */
export function orgJsonSchema(): object {
  const schema = zodToJsonSchema(orgFileSchema, {
    target: 'jsonSchema7',
    pipeStrategy: 'input',
  });
  return { title: 'A file of the organization', ...schema };
}
