import { zodToJsonSchema } from 'zod-to-json-schema';
import { z } from 'zod/v3';
import { checklistFileSchema } from '../onboarding/schema';
import { orgFileSchema } from './schema';

/** Names of the files that editors find the schemas in, beside the files that they describe. */
export const ORG_SCHEMA_FILE = 'org.schema.json';
export const ONBOARDING_SCHEMA_FILE = 'onboarding.schema.json';

/** The schema of an organization file as JSON Schema, by which editors complete and check. */
export function orgJsonSchema(): object {
  return jsonSchema('A file of the organization', orgFileSchema);
}

/** The same of a checklist. */
export function checklistJsonSchema(): object {
  return jsonSchema('A checklist for new people', checklistFileSchema);
}

function jsonSchema(title: string, schema: z.ZodTypeAny): object {
  const json = zodToJsonSchema(schema, {
    target: 'jsonSchema7',
    pipeStrategy: 'input',
  });
  return { title, ...json };
}
