import { Entity } from '@backstage/catalog-model';
import { EntityFilter } from '@backstage/plugin-catalog-node';
import { entityWithinGroupsRule } from './withinGroupsRule';

function entity(
  kind: string,
  name: string,
  relation?: [type: string, targetRef: string],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    ...(relation && {
      relations: [{ type: relation[0], targetRef: relation[1] }],
    }),
  };
}

/** What the catalog's search does with a filter. */
function matches(
  filter: EntityFilter,
  { kind, metadata, relations }: Entity,
): boolean {
  const target = { kind, metadata, relations } as Entity;
  if ('allOf' in filter) return filter.allOf.every(f => matches(f, target));
  if ('anyOf' in filter) return filter.anyOf.some(f => matches(f, target));
  if ('not' in filter) return !matches(filter.not, target);
  const values: Record<string, string[]> = {
    kind: [kind.toLowerCase()],
    'metadata.name': [metadata.name],
    'metadata.namespace': [metadata.namespace ?? ''],
  };
  const found = filter.key.startsWith('relations.')
    ? (relations ?? [])
        .filter(({ type }) => `relations.${type}` === filter.key)
        .map(({ targetRef }) => targetRef)
    : values[filter.key];
  return found.some(value => filter.values?.includes(value));
}

describe('entityWithinGroupsRule', () => {
  const groups = ['group:default/squad-a-1'];

  it.each<[boolean, Entity]>([
    [true, entity('Group', 'squad-a-1')],
    [false, entity('Group', 'squad-a-2')],
    [false, entity('Group', 'squad-a-2', ['ownedBy', groups[0]])],
    [true, entity('User', 'lead-a-1', ['memberOf', groups[0]])],
    [false, entity('User', 'lead-a-1', ['ownedBy', groups[0]])],
    [true, entity('System', 'squad-a-1', ['ownedBy', groups[0]])],
    [true, entity('Component', 'rails', ['ownedBy', groups[0]])],
    [false, entity('Component', 'rails', ['ownedBy', 'group:default/other'])],
    [false, entity('Component', 'squad-a-1')],
  ])('says %s, in memory and in the database alike, of %j', (allowed, each) => {
    expect(entityWithinGroupsRule.apply(each, { groups })).toBe(allowed);
    const filter = entityWithinGroupsRule.toQuery({ groups }) as EntityFilter;
    expect(matches(filter, each)).toBe(allowed);
  });

  it('allows nothing to somebody who may act for no group', () => {
    const filter = entityWithinGroupsRule.toQuery({ groups: [] });
    for (const each of [entity('Group', 'x'), entity('Component', 'x')]) {
      expect(entityWithinGroupsRule.apply(each, { groups: [] })).toBe(false);
      expect(matches(filter as EntityFilter, each)).toBe(false);
    }
  });
});
