import { actorOf, setupServices } from '../__testUtils__/services';
import { MemoryCluster } from '../__testUtils__/MemoryCluster';

const wanted = { component: 'shop', owner: 'squad-b-1', labels: {} };
const member = actorOf('squad-b-1');

function setup(...owners: string[]) {
  const cluster = new MemoryCluster();
  const shop = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'shop', namespace: 'default' },
    relations: owners.map(targetRef => ({ type: 'ownedBy', targetRef })),
  };
  return { cluster, ...setupServices([cluster], [shop]) };
}

describe('an environment of a component that the catalog has', () => {
  it('is made for the group that owns it', async () => {
    const { commands } = setup('group:default/squad-b-1');
    expect(await commands.create(wanted, member)).toMatchObject({
      created: true,
      owner: 'group:default/squad-b-1',
    });
  });

  it.each([
    [
      'another group',
      'ConflictError',
      ['group:default/squad-c-1'],
      'component:default/shop belongs to group:default/squad-c-1, not to group:default/squad-b-1',
    ],
    ['nobody', 'InputError', [], 'component:default/shop has no owner'],
  ])('is not made when it is owned by %s', async (_, name, owners, message) => {
    const { commands, cluster } = setup(...owners);
    const attempt = commands.create(wanted, member);
    await expect(attempt).rejects.toMatchObject({
      name,
      message: expect.stringContaining(message),
    });
    expect(await cluster.namespaces()).toEqual([]);
  });
});
