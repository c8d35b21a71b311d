import { MemoryCluster } from '../__testUtils__/MemoryCluster';
import { facts, hoursLater, namespace } from '../__testUtils__/records';
import { actorOf, setupServices } from '../__testUtils__/services';
import { annotationsOf } from '../domain/facts';

const member = actorOf('squad-b-1');
const stranger = actorOf('squad-c-1');
const place = { cluster: 'dev', namespace: 'dev-shop' };
const wanted = {
  component: 'shop',
  owner: 'squad-b-1',
  labels: { 'cost-center': 'cc-b1' },
  task: 'task-1',
};

function setup() {
  const cluster = new MemoryCluster();
  return { cluster, ...setupServices([cluster]) };
}

describe('making an environment', () => {
  it('makes one that goes within half an hour', async () => {
    const { commands, cluster } = setup();
    expect(await commands.create(wanted, member)).toMatchObject({
      created: true,
      cluster: 'dev',
      namespace: 'dev-shop',
      component: 'component:default/shop',
      owner: 'group:default/squad-b-1',
      ownerTitle: 'The squad-b-1',
      createdBy: 'user:default/engineer-squad-b-1',
      expiresAt: hoursLater(0.5).toISOString(),
      extendableUntil: hoursLater(14 * 24).toISOString(),
      phase: 'preparing',
      quotas: [{ resource: 'pods', used: '3', hard: '20' }],
      labels: { 'cost-center': 'cc-b1' },
    });
    expect(cluster.applied.map(({ kind }) => kind)).toContain('NetworkPolicy');
  });

  it('again by the same task is the same, and it is still the task that made it', async () => {
    const { commands, cluster, clock } = setup();
    await commands.create(wanted, member);
    const before = cluster.peek('dev-shop');
    clock.at = hoursLater(0.4);
    expect(await commands.create(wanted, member)).toMatchObject({
      created: true,
      expiresAt: hoursLater(0.9).toISOString(),
    });
    expect(cluster.peek('dev-shop')?.uid).toBe(before?.uid);
  });

  it('again by another task answers what there is, which that task may not undo', async () => {
    const { commands } = setup();
    await commands.create(wanted, member);
    await commands.promote(place, member);
    const again = await commands.create({ ...wanted, task: 'task-2' }, member);
    expect(again).toMatchObject({
      created: false,
      phase: 'ready',
      expiresAt: hoursLater(72).toISOString(),
    });
  });

  it('completes what a crash has left half made', async () => {
    const { commands, cluster } = setup();
    cluster.put(namespace({}, facts({ stage: 'preparing', task: 'task-1' })));
    await commands.create(wanted, member);
    expect(cluster.applied).toHaveLength(6);
  });

  it('lets nobody in before what keeps it small is there', async () => {
    const { commands, cluster } = setup();
    const apply = cluster.apply.bind(cluster);
    cluster.apply = async manifest => {
      if (manifest.kind === 'NetworkPolicy') throw new Error('refused');
      await apply(manifest);
    };
    await expect(commands.create(wanted, member)).rejects.toThrow('refused');
    expect(cluster.applied.map(({ kind }) => kind)).toEqual([
      'ResourceQuota',
      'LimitRange',
    ]);
  });

  it.each([
    ['is not of this portal', namespace({ labels: {} })],
    ['belongs to others', namespace({}, facts({ owner: 'group:default/x' }))],
  ])('leaves a namespace alone that %s', async (_, foreign) => {
    const { commands, cluster } = setup();
    cluster.put(foreign);
    const before = cluster.peek('dev-shop');
    await expect(commands.create(wanted, member)).rejects.toMatchObject({
      name: 'ConflictError',
    });
    expect(cluster.peek('dev-shop')).toEqual(before);
    expect(cluster.applied).toEqual([]);
  });

  it('is for those who may act for the owner, which the tree must have', async () => {
    const { commands, cluster } = setup();
    await expect(commands.create(wanted, stranger)).rejects.toThrow(
      'This needs environments.create for group:default/squad-b-1',
    );
    await expect(
      commands.create({ ...wanted, owner: 'squad-x' }, member),
    ).rejects.toThrow('The organization has no group "squad-x"');
    expect(await cluster.namespaces()).toEqual([]);
  });

  it('says it when there is no such cluster, or none at all', async () => {
    const { commands } = setup();
    await expect(
      commands.create({ ...wanted, cluster: 'prod' }, member),
    ).rejects.toThrow('no cluster "prod" for environments: choose one of dev');
    await expect(
      setupServices([]).commands.create(wanted, member),
    ).rejects.toThrow('This portal has no cluster for environments');
  });
});

describe('an environment that there is', () => {
  it('is kept when its golden path has ended', async () => {
    const { commands } = setup();
    await commands.create(wanted, member);
    expect(await commands.promote(place, member)).toMatchObject({
      phase: 'ready',
      expiresAt: hoursLater(72).toISOString(),
    });
  });

  it('is kept longer', async () => {
    const { commands, cluster, clock } = setup();
    cluster.put(namespace());
    clock.at = hoursLater(60);
    expect(await commands.extend(place, 48, member)).toMatchObject({
      expiresAt: hoursLater(108).toISOString(),
    });
  });

  it('is kept longer even when somebody writes on it at the same time', async () => {
    const { commands, cluster, clock } = setup();
    cluster.put(namespace());
    clock.at = hoursLater(60);
    let isFirst = true;
    cluster.beforeWrite = () => {
      const found = cluster.peek('dev-shop');
      if (isFirst && found) cluster.put(found);
      isFirst = false;
    };
    expect(await commands.extend(place, 48, member)).toMatchObject({
      expiresAt: hoursLater(108).toISOString(),
    });
  });

  it('is given up when others write on it all the time', async () => {
    const { commands, cluster } = setup();
    cluster.put(namespace());
    cluster.beforeWrite = () => cluster.put(namespace());
    await expect(commands.extend(place, 1, member)).rejects.toThrow(
      'dev-shop is changed by others all the time',
    );
  });

  it('lets people in for some minutes', async () => {
    const { commands, cluster } = setup();
    cluster.put(namespace());
    expect(await commands.createKubeconfig(place, 60, member)).toEqual({
      kubeconfig: 'dev-shop: dev-shop developer',
      expiresAt: '1970-01-01T01:00:00.000Z',
    });
  });

  it('is taken away', async () => {
    const { commands, cluster } = setup();
    cluster.put(namespace());
    await commands.delete(place, member);
    expect(cluster.peek('dev-shop')).toBeUndefined();
  });

  it('that is going away is neither kept nor opened, and deleted once', async () => {
    const { commands, cluster, clock } = setup();
    cluster.put(namespace({ deletedAt: clock.at }));
    await expect(commands.extend(place, 1, member)).rejects.toThrow(
      'dev-shop is being taken away',
    );
    await expect(commands.createKubeconfig(place, 10, member)).rejects.toThrow(
      'dev-shop is being taken away',
    );
    await commands.delete(place, member);
    expect(cluster.peek('dev-shop')).toBeDefined();
  });

  it.each([
    ['promoted', 'promote'],
    ['extended', 'extend'],
    ['deleted', 'delete'],
    ['opened', 'open'],
  ] as const)('is not %s by a stranger', async (_, what) => {
    const { commands, cluster } = setup();
    cluster.put(namespace());
    const before = cluster.peek('dev-shop');
    const attempt = {
      promote: () => commands.promote(place, stranger),
      extend: () => commands.extend(place, 1, stranger),
      delete: () => commands.delete(place, stranger),
      open: () => commands.createKubeconfig(place, 10, stranger),
    }[what]();
    await expect(attempt).rejects.toThrow('for group:default/squad-b-1');
    expect(cluster.peek('dev-shop')).toEqual(before);
  });

  it('is none when the portal has not made it', async () => {
    const { commands, cluster } = setup();
    cluster.put(namespace({ labels: {}, annotations: annotationsOf(facts()) }));
    await expect(commands.delete(place, member)).rejects.toThrow(
      'The cluster Development has no environment dev-shop',
    );
    expect(cluster.peek('dev-shop')).toBeDefined();
  });
});
