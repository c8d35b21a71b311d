import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ManagedEntities } from './ManagedEntities';

describe('ManagedEntities', () => {
  it('answers with the entities that came from the files', async () => {
    const entity = (name: string, origin: string) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: {
        name,
        annotations: {
          'backstage.io/managed-by-origin-location': origin,
          'org-model.squadron/digest': 'abc',
        },
      },
    });
    const managed = new ManagedEntities({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({
        entities: [
          entity('ours', 'org-model:default'),
          entity('theirs', 'url:https://git.example/x.yaml'),
        ],
      }),
    });
    expect(await managed.digests()).toEqual(
      new Map([['group:default/ours', 'abc']]),
    );
  });
});
