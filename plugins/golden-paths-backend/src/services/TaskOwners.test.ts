import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { tree } from '../__testUtils__/organization';
import { TaskOwners } from './TaskOwners';

const task = (template: string, owner?: string) => ({
  template: `template:default/${template}`,
  owner,
  endedAt: new Date('2026-11-28T12:00:00Z'),
  seconds: 1,
  isGood: true,
});

describe('whose a task was', () => {
  const named = task('made', 'group:default/squad-b-1');
  const unnamed = task('made');
  const gone = task('gone');
  const foreign = task('made', 'group:default/nobody');
  const tasks = [named, unnamed, gone, foreign];
  const owners = new TaskOwners({
    auth: mockServices.auth(),
    catalog: catalogServiceMock.mock({
      getEntitiesByRefs: async ({ entityRefs }) => ({
        items: entityRefs.map(ref =>
          ref === 'template:default/made'
            ? {
                apiVersion: 'v1',
                kind: 'Template',
                metadata: { name: 'made' },
                spec: { owner: 'squad-c-1' },
              }
            : undefined,
        ),
      }),
    }),
    orgModel: { tree: async () => tree },
  });

  it('says the form, or else the golden path, where the organization has the group', async () => {
    const groupOf = await owners.of(tasks);
    expect(tasks.map(groupOf)).toEqual([
      'group:default/squad-b-1',
      'group:default/squad-c-1',
      undefined,
      undefined,
    ]);
  });

  it('is left out of what another group asks for', async () => {
    const groupOf = await owners.of(tasks, 'squad-c-1');
    expect(tasks.map(groupOf).filter(Boolean)).toEqual([
      'group:default/squad-c-1',
    ]);
    const below = await owners.of(tasks, 'company');
    expect(tasks.map(below).filter(Boolean)).toHaveLength(2);
  });
});
