import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import type { Entity } from '@backstage/catalog-model';
import { entitiesDefinedAt } from './entitiesDefinedAt';

const target = 'http://localhost/git/shop/blob/main/catalog-info.yaml';
const location = `url:${target}`;

function entityOf(
  kind: string,
  name: string,
  { owner, at = location }: { owner?: string; at?: string } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      annotations: {
        'backstage.io/managed-by-location': at,
        'backstage.io/managed-by-origin-location': location,
      },
    },
    relations: owner ? [{ type: 'ownedBy', targetRef: owner }] : [],
  };
}

/** A location as the catalog notes that it was registered, or listed by another. */
function locationOf(of: string): Entity {
  const spec = { type: 'url', target: of };
  return { ...entityOf('Location', 'generated-1'), spec };
}

describe('what a file defines', () => {
  const b1 = 'group:default/squad-b-1';
  const b2 = 'group:default/squad-b-2';
  const read = (entities: Entity[], from = location) =>
    entitiesDefinedAt(from, {
      auth: mockServices.auth.mock({
        getOwnServiceCredentials: async () => mockCredentials.service(),
      }),
      catalog: new InMemoryCatalogClient({ entities }),
    });

  it('is every entity that is read from it, of any kind, with its owner', async () => {
    const found = await read([
      locationOf(target),
      entityOf('Component', 'shop', { owner: b1 }),
      entityOf('API', 'orders', { owner: b2 }),
      entityOf('Component', 'cart', { owner: b2, at: 'url:http://x/y.yaml' }),
    ]);
    expect(found).toEqual([
      {
        entityRef: 'component:default/shop',
        kind: 'Component',
        owner: b1,
        origin: location,
      },
      {
        entityRef: 'api:default/orders',
        kind: 'API',
        owner: b2,
        origin: location,
      },
    ]);
  });

  it.each([
    ['nothing is read from it', [], 'register it first'],
    ['it is only registered', [locationOf(target)], 'register it first'],
    [
      'something in it has no owner',
      [entityOf('Component', 'shop', { owner: b1 }), entityOf('API', 'orders')],
      'api:default/orders has no owner',
    ],
    [
      'it lists other files',
      [entityOf('Component', 'shop', { owner: b1 }), locationOf('http://x/y')],
      'location:default/generated-1 has no owner',
    ],
  ])('is nobody’s to change while %s', async (_, entities, why) => {
    await expect(read(entities)).rejects.toThrow(why);
  });

  it('is unknown for what comes from no file', async () => {
    const shop = entityOf('Component', 'shop', { owner: b1 });
    shop.metadata.annotations = {};
    await expect(read([shop], '')).rejects.toThrow(
      'reads nothing from no file',
    );
  });
});
