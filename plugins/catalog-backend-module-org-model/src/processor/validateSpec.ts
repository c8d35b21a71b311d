import { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { z } from 'zod/v3';
import {
  groupSpecSchema,
  systemSpecSchema,
  userSpecSchema,
} from './specSchemas';

const schemas: Record<string, z.ZodTypeAny> = {
  group: groupSpecSchema,
  system: systemSpecSchema,
  user: userSpecSchema,
};

/**
 * Checks the fields of the org model in an entity's spec.
 *
 * @throws InputError that names every field that is wrong
 */
export function validateSpec(entity: Entity): void {
  const schema = schemas[entity.kind.toLowerCase()];
  const result = schema?.safeParse(entity.spec ?? {});
  if (!result || result.success) return;
  const faults = result.error.issues.map(
    ({ message, path }) => `spec.${path.join('.')}: ${message}`,
  );
  throw new InputError(
    `${entity.kind} ${entity.metadata.name} does not fit the org model; ${faults.join('; ')}`,
  );
}
