import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { OrgModelProcessor } from './OrgModelProcessor';

function entity(kind: string, spec?: JsonObject): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: 'it', namespace: 'east' },
    ...(spec && { spec }),
  };
}

describe('OrgModelProcessor', () => {
  const processor = new OrgModelProcessor();
  const location = { type: 'file', target: 'x.yaml' };

  async function relationsOf(each: Entity): Promise<string[]> {
    const relations: string[] = [];
    await processor.postProcessEntity(each, location, result => {
      if (result.type === 'relation') {
        const { source, target, type } = result.relation;
        relations.push(
          `${stringifyEntityRef(source)} ${type} ${stringifyEntityRef(target)}`,
        );
      }
    });
    return relations;
  }

  it('reads short references in the namespace of the entity', async () => {
    expect(
      await relationsOf(
        entity('Group', {
          lead: 'boss',
          teamDependencies: [{ ref: 'group:default/a', for: 'X' }],
        }),
      ),
    ).toEqual([
      'group:east/it ledBy user:east/boss',
      'user:east/boss leaderOf group:east/it',
      'group:east/it teamDependsOn group:default/a',
      'group:default/a teamDependencyOf group:east/it',
    ]);
  });

  it('emits a relation once, however often it is written', async () => {
    expect(
      await relationsOf(
        entity('Group', {
          teamDependencies: [
            { ref: 'a', for: 'X' },
            { ref: 'group:east/a', for: 'Y' },
          ],
        }),
      ),
    ).toHaveLength(2);
  });

  it('joins a System to its parent and to what it depends on', async () => {
    expect(
      await relationsOf(
        entity('System', { parentSystem: 'up', dependsOn: ['resource:db'] }),
      ),
    ).toEqual([
      'system:east/it partOf system:east/up',
      'system:east/up hasPart system:east/it',
      'system:east/it dependsOn resource:east/db',
      'resource:east/db dependencyOf system:east/it',
    ]);
  });

  it('leaves other entities and empty ones alone', async () => {
    for (const kind of ['Component', 'Group', 'System', 'User']) {
      expect(await relationsOf(entity(kind))).toEqual([]);
      await expect(processor.preProcessEntity(entity(kind))).resolves.toEqual(
        entity(kind),
      );
    }
  });

  it.each([
    ['Group', { kpis: [{ id: 'Up', text: 'x' }] }, /spec\.kpis\.0\.id: /],
    ['Group', { lead: 'a b' }, /spec\.lead: write a reference such as/],
    [
      'Group',
      { teamDependencies: [{ ref: 'a' }] },
      /spec\.teamDependencies\.0\.for: /,
    ],
    ['Group', { lifecycle: 'done', roles: ['boss'] }, /lifecycle.*; .*roles/],
    ['System', { parentSystem: 7 }, /spec\.parentSystem: /],
    ['System', { dependsOn: ['db'] }, /spec\.dependsOn\.0: write a reference/],
    ['User', { joinedAt: '1.2.2026' }, /spec\.joinedAt: write a date as/],
  ])(
    'refuses a %s with %j and names the field',
    async (kind, spec, message) => {
      await expect(
        processor.preProcessEntity(entity(kind, spec)),
      ).rejects.toThrow(message);
      await expect(
        processor.preProcessEntity(entity(kind, spec)),
      ).rejects.toThrow(`${kind} it does not fit the org model`);
    },
  );

  describe('with an entity whose docs others fall back to', () => {
    const docsFallback = 'component:default/handbook';
    const falling = new OrgModelProcessor({ docsFallback });
    const annotationsOf = async (kind: string, annotations?: object) => {
      const each = entity(kind);
      const { metadata } = await falling.preProcessEntity({
        ...each,
        metadata: { ...each.metadata, ...(annotations && { annotations }) },
      } as Entity);
      return metadata.annotations;
    };

    it('shows its docs on a System that has none', async () => {
      expect(await annotationsOf('System', { other: 'x' })).toEqual({
        other: 'x',
        'backstage.io/techdocs-entity': docsFallback,
      });
    });

    it.each(['backstage.io/techdocs-ref', 'backstage.io/techdocs-entity'])(
      'leaves a System alone that says %s',
      async annotation => {
        const own = { [annotation]: 'its own' };
        expect(await annotationsOf('System', own)).toEqual(own);
      },
    );

    it('leaves other kinds alone', async () => {
      expect(await annotationsOf('Group')).toBeUndefined();
    });
  });
});
