import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { OrgTree } from '@squadron/plugin-org-model-common';
import { runAction } from '../__testUtils__/runAction';
import { createTagPolicy } from '../services/createTagPolicy';
import { checkTagsAction } from './checkTagsAction';

const home = createMockDirectory();

describe('squadron:tags:check', () => {
  const tree = new OrgTree({
    at: '',
    groups: [
      {
        ref: 'group:default/squad-b-1',
        name: 'squad-b-1',
        type: 'squad',
        title: 'B-1',
        lifecycle: 'active',
        roles: [],
        onCall: false,
      },
    ],
    people: [],
  });
  const check = (text: string) => {
    home.setContent({ 'tag-policy.yaml': text });
    return checkTagsAction({
      policy: createTagPolicy({
        path: home.resolve('tag-policy.yaml'),
        logger: mockServices.logger.mock(),
        now: () => new Date(0),
      }),
      orgModel: { tree: async () => tree },
    });
  };
  const policy =
    'tags:\n  - { key: owner, title: Owner, text: The group, group: true }\n';

  it('puts the tags of the policy out', async () => {
    const tags = { owner: ' squad-b-1 ', colour: 'blue' };
    expect(await runAction(check(policy), { tags })).toEqual({
      tags: { owner: 'squad-b-1' },
    });
  });

  it('refuses what lacks one, and says what may be meant', async () => {
    await expect(
      runAction(check(policy), { tags: { owner: 'squad-b1' } }),
    ).rejects.toThrow('did you mean "squad-b-1"?');
  });

  it('refuses everything while nobody knows the policy', async () => {
    await expect(runAction(check('tags: 7\n'), { tags: {} })).rejects.toThrow(
      'The tags of costs could not be read yet: tag-policy.yaml:1:7',
    );
  });
});
