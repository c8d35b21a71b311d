import { zodToJsonSchema } from 'zod-to-json-schema';
import { kpiFileSchema } from './schema';

/** Name of the file that editors find the schema in, beside the files that it describes. */
export const SCORECARDS_SCHEMA_FILE = 'scorecards.schema.json';

/** The schema of a file of KPIs as JSON Schema, by which editors complete and check. */
export function kpiJsonSchema(): object {
  const json = zodToJsonSchema(kpiFileSchema, {
    target: 'jsonSchema7',
    pipeStrategy: 'input',
  });
  return { title: 'KPIs with their targets', ...json };
}
