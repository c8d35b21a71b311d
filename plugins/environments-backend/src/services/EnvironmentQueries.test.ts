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

const names = ({ items }: { items: readonly { namespace: string }[] }) =>
  items.map(each => each.namespace);

describe('the environments', () => {
  it('are those of all clusters, the one that ends first in front', async () => {
    const { queries } = setup();
    const all = await queries.list({});
    expect(names(all)).toEqual(['dev-soon', 'dev-late']);
    expect(all.items[0]).toMatchObject({ cluster: 'lab', phase: 'ready' });
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

  it('never miss a cluster that is told as one that answers', async () => {
    const { queries, lab, clock } = setup();
    lab.isDown = true;
    const ask = lab.namespaces.bind(lab);
    lab.namespaces = async () => {
      // It takes longer to fail than a look is kept, and then it is there again.
      clock.at = new Date(clock.at.getTime() + 5_000);
      return ask().finally(() => {
        lab.isDown = false;
      });
    };
    const { items, clusters } = await queries.list({});
    expect(names({ items })).toEqual(['dev-late']);
    expect(clusters.find(({ name }) => name === 'lab')?.problem).toBeDefined();
    expect(names(await queries.list({}))).toEqual(['dev-soon', 'dev-late']);
  });

  it('are told without what they use where the cluster does not say', async () => {
    const { queries, dev } = setup();
    dev.quotas = () => Promise.reject(new Error('It takes too long'));
    const place = { cluster: 'dev', namespace: 'dev-late' };
    expect(await queries.get(place)).toMatchObject({ quotas: [] });
  });

  it('are kept for some seconds, but not longer', async () => {
    const { queries, dev, clock } = setup();
    await queries.list({});
    dev.isDown = true;
    expect(names(await queries.list({}))).toHaveLength(2);
    clock.at = new Date(made.getTime() + 3_000);
    expect(names(await queries.list({}))).toHaveLength(1);
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
