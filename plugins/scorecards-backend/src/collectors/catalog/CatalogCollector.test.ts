import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { OrgTree } from '@squadron/plugin-org-model-common';
import { collectAll } from '../../__testUtils__/collect';
import { group } from '../../__testUtils__/records';
import { CatalogCollector } from './CatalogCollector';

const tree = new OrgTree({
  at: '2026-11-28T00:00:00Z',
  groups: [
    group('company'),
    group('a', { parent: 'company' }),
    group('unit', { parent: 'a' }),
    group('b', { parent: 'company' }),
  ],
  people: [],
});

function entity(
  kind: string,
  name: string,
  owner: string | undefined,
  annotations: Record<string, string> = {},
  spec: Record<string, string> = { system: 's', lifecycle: 'production' },
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', annotations },
    spec,
    relations: owner
      ? [{ type: 'ownedBy', targetRef: `group:default/${owner}` }]
      : [],
  };
}

const own = { 'backstage.io/techdocs-ref': 'dir:.' };
const docsOf = (ref: string) => ({ 'backstage.io/techdocs-entity': ref });

const entities = [
  entity('System', 'a', 'a'),
  entity('Component', 'handbook', 'b', own),
  entity('Component', 'good', 'unit', own),
  entity('Component', 'of-squad', 'unit', docsOf('system:default/a')),
  entity(
    'Component',
    'of-handbook',
    'unit',
    docsOf('component:default/handbook'),
  ),
  entity('Component', 'no-system', 'a', own, { lifecycle: 'production' }),
  entity('Component', 'no-lifecycle', 'a', own, { system: 's' }),
  entity('Component', 'no-owner', undefined, own),
  entity('Component', 'unknown-owner', 'gone', own),
];

describe('the collector of the catalog', () => {
  const collector = new CatalogCollector({
    catalog: catalogServiceMock({ entities }),
    orgModel: { tree: async () => tree },
    auth: mockServices.auth(),
    schedule: { everySeconds: 300, timeoutSeconds: 60 },
  });
  const collect = async (appliesTo: 'owner' | 'groups', refs: string[]) => {
    const [{ samples = [] }] = await collectAll(
      collector,
      [
        {
          kpi: {
            kind: 'ratio',
            appliesTo:
              appliesTo === 'owner'
                ? { to: 'owner' }
                : { to: 'groups', groups: refs },
          },
          source: { measure: 'coverage' },
          entities: refs.map(ref => `group:default/${ref}`),
        },
      ],
      '2026-11-28T10:20:00Z',
    );
    return samples.map(({ good, total, at }) => [good, total, at]);
  };

  it('counts described components of the whole catalog for its owner', async () => {
    expect(await collect('owner', ['b'])).toEqual([
      [3, 8, '2026-11-28T10:00:00.000Z'],
    ]);
  });

  it('counts those of a group and what is below it for groups', async () => {
    const counts = await collect('groups', ['a', 'unit', 'b', 'company']);
    expect(counts.map(([good, total]) => [good, total])).toEqual([
      [2, 5],
      [2, 3],
      [1, 1],
      [3, 6],
    ]);
  });
});
