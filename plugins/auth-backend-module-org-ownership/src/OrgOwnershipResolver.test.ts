import { Entity } from '@backstage/catalog-model';
import { mockServices } from '@backstage/backend-test-utils';
import { OrgTree } from '@squadron/plugin-org-model-common';
import type { OrgModelService } from '@squadron/plugin-org-model-node';
import { OrgOwnershipResolver } from './OrgOwnershipResolver';

const group = (name: string, type: string, parent?: string) => ({
  ref: `group:default/${name}`,
  name,
  type,
  title: name,
  parent: parent && `group:default/${parent}`,
  lifecycle: 'active' as const,
  roles: [],
  onCall: false,
});

const tree = new OrgTree({
  at: '2026-01-01T00:00:00Z',
  groups: [
    group('division', 'division'),
    group('squad', 'squad', 'division'),
    group('unit', 'unit', 'squad'),
    group('other-unit', 'unit', 'other'),
  ],
  people: [
    {
      ref: 'user:default/ann',
      name: 'ann',
      title: 'Ann',
      memberOf: ['group:default/squad'],
    },
  ],
});

const ann: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'ann', namespace: 'default' },
  relations: [{ type: 'memberOf', targetRef: 'group:default/squad' }],
};

const success = jest.fn();
const auditor = mockServices.auditor.mock();
auditor.createEvent.mockResolvedValue({ success, fail: jest.fn() });

function resolve(orgModel: Pick<OrgModelService, 'tree'>) {
  const logger = mockServices.logger.mock();
  const resolver = new OrgOwnershipResolver({
    auditor,
    logger,
    orgModel: orgModel as OrgModelService,
  });
  return resolver.resolveOwnershipEntityRefs(ann);
}

describe('OrgOwnershipResolver', () => {
  it('claims the squad and its units, nothing above or beside', async () => {
    const { ownershipEntityRefs } = await resolve({ tree: async () => tree });
    expect(ownershipEntityRefs).toEqual([
      'user:default/ann',
      'group:default/squad',
      'group:default/unit',
    ]);
  });

  it('audits who is let in', async () => {
    auditor.createEvent.mockClear();
    success.mockClear();
    await resolve({ tree: async () => tree });
    expect(auditor.createEvent.mock.calls).toEqual([
      [
        {
          eventId: 'sign-in',
          severityLevel: 'medium',
          meta: { user: 'user:default/ann' },
        },
      ],
    ]);
    expect(success).toHaveBeenCalledTimes(1);
  });

  it('lets a person in with their groups while the tree is not known', async () => {
    const { ownershipEntityRefs } = await resolve({
      tree: async () => {
        throw new Error('starting');
      },
    });
    expect(ownershipEntityRefs).toEqual([
      'user:default/ann',
      'group:default/squad',
    ]);
  });
});
