import type { CatalogCollatorEntityTransformer } from '@backstage/plugin-search-backend-module-catalog';

type Entity = Parameters<CatalogCollatorEntityTransformer>[0];

/**
 * What a group can be found by besides its title and mission: what it is responsible for, its stack and
 * the codes of its units. Groups of other sources may write any of it in another form, or not at all.
 */
export function charterText(entity: Entity): string {
  if (entity.kind !== 'Group') return '';
  const { responsibilities, stack } = entity.spec ?? {};
  return [
    ...textsOf(responsibilities),
    ...textsOf(stack),
    ...unitCodesOf(entity),
  ].join('\n');
}

/** Of a list of texts, or of objects with a text. */
function textsOf(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  return list
    .map(each => (typeof each === 'object' && each ? each.text : each))
    .filter(text => typeof text === 'string');
}

/** The names of units hold their codes: `unit-b-1-u-c1` is U-C1 of `squad-b-1`. */
function unitCodesOf({ metadata, relations = [] }: Entity): string[] {
  const prefix = metadata.name.replace(/^[^-]+/, 'unit');
  return relations
    .filter(({ type }) => type === 'parentOf')
    .map(({ targetRef }) => targetRef.split('/').pop() ?? '')
    .filter(name => name.startsWith(`${prefix}-`))
    .map(name => name.slice(prefix.length + 1).toLocaleUpperCase('en-US'));
}
