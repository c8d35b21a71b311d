import { z } from 'zod/v3';
import { DefinitionPath } from './source';

/** The schemas that may hold at a path: several, where the schema offers a choice. */
function schemasAt(schema: z.ZodTypeAny, path: DefinitionPath): z.ZodTypeAny[] {
  let current = unwrap(schema);
  for (const segment of path) {
    current = current.flatMap(each => step(each, segment)).flatMap(unwrap);
  }
  return current;
}

/** The fields that an object at the path may have. */
export function fieldsAt(schema: z.ZodTypeAny, path: DefinitionPath): string[] {
  return schemasAt(schema, path).flatMap(each =>
    each instanceof z.ZodObject ? Object.keys(each.shape) : [],
  );
}

function step(schema: z.ZodTypeAny, segment: string | number): z.ZodTypeAny[] {
  if (schema instanceof z.ZodObject) return schema.shape[segment] ?? [];
  if (schema instanceof z.ZodArray) return [schema.element];
  if (schema instanceof z.ZodRecord) return [schema.valueSchema];
  return [];
}

function unwrap(schema: z.ZodTypeAny): z.ZodTypeAny[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return unwrap(schema.unwrap());
  }
  if (schema instanceof z.ZodDefault) return unwrap(schema.removeDefault());
  if (schema instanceof z.ZodEffects) return unwrap(schema.innerType());
  if (schema instanceof z.ZodLazy) return unwrap(schema.schema);
  if (
    schema instanceof z.ZodUnion ||
    schema instanceof z.ZodDiscriminatedUnion
  ) {
    return [...(schema.options as z.ZodTypeAny[])].flatMap(unwrap);
  }
  return [schema];
}
