import { MemoryCluster } from '../__testUtils__/MemoryCluster';
import { facts, hoursLater, made, namespace } from '../__testUtils__/records';
import { setupServices } from '../__testUtils__/services';

function setup() {
  const dev = new MemoryCluster('dev', 'Development');
  const lab = new MemoryCluster('lab', 'Laboratory');
  dev.put(namespace({ name: 'dev-late' }));
  dev.put(namespace({ name: 'other', labels: {} }));
  const soon = facts({
    component: 'component:default/cart',
    owner: 'group:default/squad-c-1',
    expiresAt: hoursLater(1),
  });
  lab.put(namespace({ name: 'dev-soon' }, soon));
  return { dev, lab, ...setupServices([dev, lab]) };
}

const names = (items: readonly { namespace: string }[]) =>
  items.map(each => each.namespace);

describe('the environments', () => {
  it('are those of all clusters, the one that ends first in front', async () => {
    const { queries } = setup();
    const items = await queries.list({});
    expect(names(items)).toEqual(['dev-soon', 'dev-late']);
    expect(items[0]).toMatchObject({ cluster: 'lab', phase: 'ready' });
  });

  it('are those of a group and below, or of a component', async () => {
    const { queries } = setup();
    const below = await queries.list({ root: ['division-1b'] });
    expect(names(below)).toEqual(['dev-late']);
    const both = await queries.list({ root: ['squad-b-1', 'squad-c-1'] });
    expect(names(both)).toEqual(['dev-soon', 'dev-late']);
    const cart = await queries.list({ component: 'component:default/cart' });
    expect(names(cart)).toEqual(['dev-soon']);
    await expect(queries.list({ root: ['gone'] })).rejects.toThrow(
      'The organization has no group "gone"',
    );
  });

  it('are there without those of a cluster that is down', async () => {
    const { queries, lab } = setup();
    lab.isDown = true;
    expect(names(await queries.list({}))).toEqual(['dev-late']);
    expect(await queries.clusters()).toEqual([
      { name: 'dev', title: 'Development', problem: undefined },
      {
        name: 'lab',
        title: 'Laboratory',
        problem: 'The cluster Laboratory cannot be reached',
      },
    ]);
  });

  it('are kept for some seconds, but not longer', async () => {
    const { queries, dev, clock } = setup();
    await queries.list({});
    dev.isDown = true;
    expect(await queries.list({})).toHaveLength(2);
    clock.at = new Date(made.getTime() + 3_000);
    expect(await queries.list({})).toHaveLength(1);
  });

  it('say what holds one that does not go', async () => {
    const { queries, dev, clock } = setup();
    const finalizers = ['example.org/backup'];
    dev.put(namespace({ deletedAt: made, finalizers }));
    clock.at = hoursLater(1);
    expect(
      await queries.get({ cluster: 'dev', namespace: 'dev-shop' }),
    ).toMatchObject({
      phase: 'stuck',
      problem: 'The namespace has the finalizer example.org/backup',
    });
  });
});
