import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  Permission,
  createPermission,
} from '@backstage/plugin-permission-common';
import {
  catalogEntityDeletePermission,
  catalogEntityRefreshPermission,
  catalogLocationCreatePermission,
  catalogPermissions,
} from '@backstage/plugin-catalog-common/alpha';
import { kubernetesPermissions } from '@backstage/plugin-kubernetes-common';
import { scaffolderPermissions } from '@backstage/plugin-scaffolder-common/alpha';
import {
  OrgTree,
  orgModelOnboardingFollowPermission,
  orgModelOnboardingTickPermission,
  orgModelPermissions,
  orgModelReadPermission,
} from '@squadron/plugin-org-model-common';
import type { OrgModelService } from '@squadron/plugin-org-model-node';
import { scorecardsPermissions } from '@squadron/plugin-scorecards-common';
import { tree } from './__testUtils__/tree';
import { OrgPolicy } from './OrgPolicy';
import { mutations, ownedResources } from './permissions';

const orgModel = (answer: () => Promise<OrgTree>): OrgModelService => ({
  tree: answer,
  ancestors: async name => tree.ancestors(name),
  descendants: async name => tree.descendants(name),
  leads: async name => tree.leads(name),
  members: async name => tree.members(name),
});

const fail = jest.fn();
const auditor = mockServices.auditor.mock({
  createEvent: async () => ({ success: async () => {}, fail }),
});

async function ask(
  permission: Permission,
  name?: string,
  answer = async () => tree,
) {
  const policy = new OrgPolicy({
    auditor,
    logger: mockServices.logger.mock(),
    orgModel: orgModel(answer),
  });
  const userEntityRef = `user:default/${name}`;
  return policy.handle(
    { permission },
    name
      ? {
          credentials: mockCredentials.user(userEntityRef),
          info: { userEntityRef, ownershipEntityRefs: [] },
        }
      : undefined,
  );
}

const decided = async (permission: Permission, name?: string) =>
  (await ask(permission, name)).result;

async function groupsFor(name: string): Promise<string[]> {
  const decision = await ask(catalogEntityRefreshPermission, name);
  if (decision.result !== 'CONDITIONAL') return [decision.result];
  expect(decision).toMatchObject({
    pluginId: 'catalog',
    resourceType: 'catalog-entity',
    conditions: { rule: 'WITHIN_GROUPS', resourceType: 'catalog-entity' },
  });
  const { params } = decision.conditions as unknown as {
    params: { groups: string[] };
  };
  return params.groups.map(ref => ref.replace('group:default/', '')).sort();
}

describe('OrgPolicy', () => {
  it.each([
    ['a member', 'engineer-b-1', ['squad-b-1', 'unit-b-1-u-1']],
    ['a lead', 'lead-b-1', ['squad-b-1', 'unit-b-1-u-1']],
    [
      "an ancestor's lead",
      'lead-1b',
      ['division-1b', 'squad-b-1', 'squad-b-2', 'unit-b-1-u-1'],
    ],
    ['a person of another division', 'lead-1c', ['division-1c']],
    ['an executive', 'ciso', ['ALLOW']],
    ['a person in no group', 'loner', ['DENY']],
    ['a person whom the tree does not know', 'guest', ['DENY']],
  ])('knows what %s may change', async (_, name, groups) => {
    expect(await groupsFor(name)).toEqual(groups);
  });

  it.each([
    ['engineer-b-1', 'DENY'],
    ['lead-b-1', 'ALLOW'],
    ['ciso', 'ALLOW'],
    ['guest', 'DENY'],
  ])('answers %s who registers a location with %s', async (name, result) => {
    expect(await decided(catalogLocationCreatePermission, name)).toBe(result);
  });

  it('lets everybody signed in read, known to the tree or not', async () => {
    expect(await decided(orgModelReadPermission, 'engineer-b-1')).toBe('ALLOW');
    expect(await decided(orgModelReadPermission, 'guest')).toBe('ALLOW');
  });

  it.each([
    ['engineer-b-1', 'DENY'],
    ['lead-b-1', 'ALLOW'],
    ['ciso', 'ALLOW'],
    ['guest', 'DENY'],
  ])('answers %s who follows new people with %s', async (name, result) => {
    expect(await decided(orgModelOnboardingFollowPermission, name)).toBe(
      result,
    );
    expect(await decided(orgModelOnboardingTickPermission, name)).toBe('ALLOW');
  });

  it('lets nobody in without a session', async () => {
    expect(await decided(orgModelReadPermission)).toBe('DENY');
    expect(await decided(catalogEntityDeletePermission)).toBe('DENY');
  });

  it('denies what it does not know, to executives too', async () => {
    const basic = createPermission({
      name: 'strange.thing',
      attributes: { action: 'create' },
    });
    const unnamed = createPermission({ name: 'strange.word', attributes: {} });
    const resource = createPermission({
      name: 'strange.resource',
      attributes: { action: 'delete' },
      resourceType: 'strange',
    });
    for (const permission of [basic, unnamed, resource]) {
      expect(await decided(permission, 'ciso')).toBe('DENY');
    }
  });

  it.each(['scaffolder.task.read', 'scaffolder.task.cancel'])(
    'grants %s to people for the tasks that they started',
    async permission => {
      const found = scaffolderPermissions.find(
        ({ name }) => name === permission,
      )!;
      expect(await ask(found, 'engineer-b-1')).toMatchObject({
        result: 'CONDITIONAL',
        pluginId: 'scaffolder',
        conditions: {
          rule: 'IS_TASK_OWNER',
          params: { createdBy: ['user:default/engineer-b-1'] },
        },
      });
    },
  );

  const isElsewhere = {
    not: {
      rule: 'HAS_ANNOTATION',
      params: {
        annotation: 'backstage.io/managed-by-origin-location',
        value: 'org-model:default',
      },
    },
  };

  it("lets nobody delete what the organization's files define", async () => {
    expect(await ask(catalogEntityDeletePermission, 'ciso')).toMatchObject({
      result: 'CONDITIONAL',
      pluginId: 'catalog',
      resourceType: 'catalog-entity',
      conditions: isElsewhere,
    });
    expect(await ask(catalogEntityDeletePermission, 'lead-b-1')).toMatchObject({
      result: 'CONDITIONAL',
      conditions: {
        allOf: [{ rule: 'WITHIN_GROUPS' }, isElsewhere],
      },
    });
    expect(await decided(catalogEntityDeletePermission, 'loner')).toBe('DENY');
  });

  it('audits what it denies, and nothing else', async () => {
    fail.mockClear();
    await ask(orgModelReadPermission, 'engineer-b-1');
    await ask(catalogEntityDeletePermission, 'lead-b-1');
    expect(fail).not.toHaveBeenCalled();
    await ask(catalogLocationCreatePermission, 'engineer-b-1');
    expect(fail.mock.calls).toEqual([
      [
        {
          error: expect.objectContaining({
            message:
              'user:default/engineer-b-1 has not the permission "catalog.location.create"',
          }),
        },
      ],
    ]);
  });

  it('lets people read but change nothing while the tree does not answer', async () => {
    const down = async () => Promise.reject(new Error('down'));
    const result = async (permission: Permission) =>
      (await ask(permission, 'ciso', down)).result;
    expect(await result(orgModelReadPermission)).toBe('ALLOW');
    expect(await result(catalogEntityDeletePermission)).toBe('DENY');
  });

  it('has decided every permission of the plugins that the portal runs', () => {
    const undecided = [
      ...catalogPermissions,
      ...scaffolderPermissions,
      ...kubernetesPermissions,
      ...orgModelPermissions,
      ...scorecardsPermissions,
    ].filter(
      permission =>
        permission.attributes.action !== 'read' &&
        permission.name !== 'scaffolder.task.cancel' &&
        !(permission.name in mutations) &&
        !(
          permission.type === 'resource' &&
          permission.resourceType in ownedResources
        ),
    );
    expect(undecided.map(({ name }) => name)).toEqual([]);
  });
});
