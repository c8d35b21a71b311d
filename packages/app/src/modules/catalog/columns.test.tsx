import { EntityKindFilter } from '@backstage/plugin-catalog-react';
import { columns } from './columns';

const titlesOf = (kind: string, entities: object[] = []) =>
  columns({
    filters: { kind: new EntityKindFilter(kind, kind) },
    entities,
  } as unknown as Parameters<typeof columns>[0]);

describe('columns', () => {
  it('show the groups of people, who have no description', () => {
    const people = titlesOf('user');
    expect(people.map(column => column.title)).toEqual(
      expect.arrayContaining(['Member of', 'Leads']),
    );
    expect(people.map(column => column.field)).not.toContain(
      'entity.metadata.description',
    );
  });

  it('show the description of software and leave tags out', () => {
    const fields = titlesOf('component').map(column => column.field);
    expect(fields).toContain('entity.metadata.description');
    expect(fields).not.toContain('entity.metadata.tags');
  });

  it('show the versions of golden paths where something has come from one', () => {
    const made = {
      metadata: {
        annotations: { 'golden-paths.squadron/template': 'template:default/a' },
      },
    };
    const titles = (entities: object[]) =>
      titlesOf('component', entities).map(column => column.title);
    expect(titles([{ metadata: {} }, made])).toContain('Golden path');
    expect(titles([{ metadata: {} }])).not.toContain('Golden path');
  });
});
