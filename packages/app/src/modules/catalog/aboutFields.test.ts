import { aboutFields } from './aboutFields';

const labels = (entity: Parameters<typeof aboutFields>[0]) =>
  aboutFields(entity).map(({ label }) => label);

describe('aboutFields', () => {
  it('leaves out what an entity does not have', () => {
    expect(
      labels({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'System',
        metadata: { name: 'storage' },
      }),
    ).toEqual(['Kind']);
  });

  it('names owner, system, type, lifecycle and the place of the definition', () => {
    const fields = aboutFields({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'volumes',
        tags: ['disk', 'block'],
        annotations: {
          'backstage.io/managed-by-location':
            'file:catalog-info/org/division-1b.yaml:38',
        },
      },
      spec: { type: 'service', lifecycle: 'production' },
      relations: [
        { type: 'ownedBy', targetRef: 'group:default/squad-b-2' },
        { type: 'partOf', targetRef: 'system:default/storage' },
      ],
    });
    expect(fields.map(({ label }) => label)).toEqual([
      'Owner',
      'System',
      'Kind',
      'Type',
      'Lifecycle',
      'Tags',
      'Defined in',
    ]);
    expect(fields.at(-1)?.value).toEqual({
      text: 'catalog-info/org/division-1b.yaml:38',
      code: true,
    });
  });
});
