import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { JsonObject, JsonValue } from '@backstage/types';

/** One field that would change. */
export interface FieldChange {
  /** Such as `spec.kpis[api-uptime].text`. */
  field: string;
  before?: JsonValue;
  after?: JsonValue;
}

/** What an import would do to the entities that come from the files. */
export interface OrgPlan {
  adds: Entity[];
  changes: { entity: Entity; fields: FieldChange[] }[];
  deletions: Entity[];
  unchanged: number;
}

/** Compares what the files say with what there is; relations and annotations do not count. */
export function planChanges(
  wanted: readonly Entity[],
  existing: readonly Entity[],
): OrgPlan {
  const before = new Map(
    existing.map(each => [stringifyEntityRef(each), each]),
  );
  const after = new Map(wanted.map(each => [stringifyEntityRef(each), each]));
  const plan: OrgPlan = { adds: [], changes: [], deletions: [], unchanged: 0 };
  for (const [ref, entity] of after) {
    const old = before.get(ref);
    const fields = old ? compare('', essence(old), essence(entity)) : [];
    if (!old) plan.adds.push(entity);
    else if (fields.length > 0) plan.changes.push({ entity, fields });
    else plan.unchanged += 1;
  }
  for (const [ref, entity] of before) {
    if (!after.has(ref)) plan.deletions.push(entity);
  }
  return plan;
}

/** Whether a plan deletes more than a part, in percent, of what there is. */
export function deletesTooMuch(plan: OrgPlan, maxDeletedPercent: number) {
  const existing = plan.deletions.length + plan.changes.length + plan.unchanged;
  return plan.deletions.length * 100 > existing * maxDeletedPercent;
}

function essence({ metadata, spec }: Entity): JsonObject {
  const { title, description } = metadata;
  return {
    ...(title && { title }),
    ...(description && { description }),
    spec: spec ?? {},
  };
}

function compare(
  field: string,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): FieldChange[] {
  const left = fieldsOf(before);
  const right = fieldsOf(after);
  if (left && right) {
    return [...new Set([...left.keys(), ...right.keys()])].flatMap(key =>
      compare(join(field, key), left.get(key), right.get(key)),
    );
  }
  return sameValue(before, after) ? [] : [{ field, before, after }];
}

const reference = /^[a-z]+:[a-z0-9-]+\/[a-z0-9._-]+$/i;

/** The catalog sorts lists of references, so that their order says nothing. */
function isSetOfReferences(value: JsonValue[]): boolean {
  return value.every(item => typeof item === 'string' && reference.test(item));
}

/** Fields of an object, or items of a list by their ids. */
function fieldsOf(
  value: JsonValue | undefined,
): Map<string, JsonValue | undefined> | undefined {
  if (!value || typeof value !== 'object') return undefined;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const items = value.map(item => [idOf(item), item] as const);
  return items.length > 0 && items.every(([id]) => id !== undefined)
    ? new Map(items.map(([id, item]) => [`[${id}]`, item]))
    : undefined;
}

function idOf(item: JsonValue): string | undefined {
  if (!item || typeof item !== 'object' || Array.isArray(item)) {
    return undefined;
  }
  return typeof item.id === 'string' ? item.id : undefined;
}

function join(field: string, key: string): string {
  return field === '' || key.startsWith('[')
    ? `${field}${key}`
    : `${field}.${key}`;
}

function sameValue(a: JsonValue | undefined, b: JsonValue | undefined) {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: JsonValue | undefined): JsonValue | undefined {
  if (Array.isArray(value)) {
    const items = value.map(item => sorted(item) ?? null);
    return isSetOfReferences(items) ? items.sort() : items;
  }
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}
