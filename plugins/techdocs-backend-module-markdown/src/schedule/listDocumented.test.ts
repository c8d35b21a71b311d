import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { listDocumented } from './listDocumented';

const system = (name: string, annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name, annotations },
});

describe('listDocumented', () => {
  const auth = mockServices.auth();

  it('names every entity with documents of its own, over all pages', async () => {
    const ref = { 'backstage.io/techdocs-ref': 'dir:.' };
    const entities = Array.from({ length: 1201 }, (_, i) =>
      system(`s-${i}`, ref),
    );
    const catalog = catalogServiceMock({
      entities: [
        ...entities,
        system('none', {}),
        system('of-another', { 'backstage.io/techdocs-entity': 'system:s-1' }),
      ],
    });
    const listed = await listDocumented({ catalog, auth });
    expect(new Set(listed)).toEqual(
      new Set(
        entities.map(({ metadata }) => `system:default/${metadata.name}`),
      ),
    );
    expect(listed).toHaveLength(1201);
  });

  it('fails rather than answer a part', async () => {
    const page = { items: [system('a', {})], totalItems: 0 };
    const catalog = catalogServiceMock.mock();
    catalog.queryEntities
      .mockResolvedValueOnce({ ...page, pageInfo: { nextCursor: 'next' } })
      .mockRejectedValueOnce(new Error('away'));
    await expect(listDocumented({ catalog, auth })).rejects.toThrow('away');
  });
});
