import { OrgTree } from '@squadron/plugin-org-model-common';
import { MemoryCluster } from '../__testUtils__/MemoryCluster';
import { facts, hoursLater, made, namespace } from '../__testUtils__/records';
import { setupServices } from '../__testUtils__/services';
import { setupUpkeep } from '../__testUtils__/upkeep';

function setup() {
  const cluster = new MemoryCluster();
  const services = setupServices([cluster]);
  return { cluster, ...services, ...setupUpkeep(services) };
}

describe('the upkeep', () => {
  it('takes away what has ended, and says so in the audit log', async () => {
    const { upkeep, cluster, clock, auditor, event } = setup();
    cluster.put(namespace());
    clock.at = hoursLater(71.9);
    await upkeep.run();
    expect(cluster.peek('dev-shop')).toBeDefined();
    clock.at = hoursLater(72);
    await upkeep.run();
    expect(cluster.peek('dev-shop')).toBeUndefined();
    expect(auditor.createEvent).toHaveBeenCalledTimes(1);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'expire-environment',
        meta: expect.objectContaining({
          namespace: 'dev-shop',
          owner: 'group:default/squad-b-1',
        }),
      }),
    );
    expect(event.success).toHaveBeenCalledWith({ meta: { isGoing: true } });
  });

  it('takes away what a golden path has not brought to its end', async () => {
    const { upkeep, cluster, clock } = setup();
    const half = facts({ stage: 'preparing', expiresAt: hoursLater(0.5) });
    cluster.put(namespace({}, half));
    clock.at = hoursLater(0.5);
    await upkeep.run();
    expect(cluster.peek('dev-shop')).toBeUndefined();
  });

  it('leaves what somebody keeps longer at the same moment', async () => {
    const { upkeep, cluster, clock } = setup();
    cluster.put(namespace());
    clock.at = hoursLater(72);
    const longer = facts({ expiresAt: hoursLater(90) });
    cluster.beforeWrite = () => cluster.put(namespace({}, longer));
    await upkeep.run();
    expect(cluster.peek('dev-shop')).toBeDefined();
  });

  it('never touches what others have made or spoilt', async () => {
    const { upkeep, cluster, clock, logger } = setup();
    cluster.put(namespace({ name: 'foreign', labels: {} }));
    cluster.put(namespace({ name: 'spoilt', annotations: {} }));
    clock.at = hoursLater(1_000);
    await upkeep.run();
    expect(cluster.peek('foreign')).toBeDefined();
    expect(cluster.peek('spoilt')).toBeDefined();
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('spoilt in Development has lost what says'),
    );
  });

  it('tells who made it, 12 hours and one hour before, each once', async () => {
    const { upkeep, cluster, clock, sent } = setup();
    cluster.put(namespace());
    for (const hour of [59, 60, 65, 71, 71.5]) {
      clock.at = hoursLater(hour);
      await upkeep.run();
    }
    expect(sent.map(({ payload }) => payload.title)).toEqual([
      'dev-shop goes in 12 hours',
      'dev-shop goes in an hour',
    ]);
    expect(sent[0].recipients).toEqual({
      type: 'entity',
      entityRef: 'user:default/engineer-b-1',
    });
  });

  it.each(['plugin:scaffolder', 'user:default/has-left'])(
    'tells the owner of what %s has made',
    async createdBy => {
      const { upkeep, cluster, clock, sent } = setup();
      cluster.put(namespace({}, facts({ createdBy })));
      clock.at = hoursLater(60);
      await upkeep.run();
      expect(sent[0].recipients).toMatchObject({
        entityRef: 'group:default/squad-b-1',
      });
    },
  );

  it('waits until it knows who there is before it tells anybody', async () => {
    const { upkeep, cluster, clock, sent, orgModel } = setup();
    const known = await orgModel.tree();
    const tree = jest.spyOn(orgModel, 'tree');
    tree.mockResolvedValue(new OrgTree({ at: '', groups: [], people: [] }));
    cluster.put(namespace());
    clock.at = hoursLater(60);
    await upkeep.run();
    expect(sent).toEqual([]);
    tree.mockResolvedValue(known);
    await upkeep.run();
    expect(sent).toHaveLength(1);
  });

  it('tells the same again after a crash, so that the receiver keeps one', async () => {
    const { upkeep, cluster, clock, sent } = setup();
    cluster.put(namespace());
    clock.at = hoursLater(60);
    await upkeep.run();
    cluster.put(namespace());
    await upkeep.run();
    expect(sent).toHaveLength(2);
    expect(sent[0].payload.scope).toBe(sent[1].payload.scope);
  });

  it('tells of what does not go', async () => {
    const { upkeep, cluster, clock, sent } = setup();
    const finalizers = ['example.org/backup'];
    cluster.put(namespace({ deletedAt: made, finalizers }));
    clock.at = hoursLater(0.2);
    await upkeep.run();
    await upkeep.run();
    expect(sent.map(({ payload }) => payload)).toEqual([
      expect.objectContaining({
        title: 'dev-shop cannot be taken away',
        description: 'The namespace has the finalizer example.org/backup',
        severity: 'high',
      }),
    ]);
  });

  it('goes on with others when a cluster is down', async () => {
    const { upkeep, cluster, logger } = setup();
    cluster.isDown = true;
    await upkeep.run();
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('Development are looked after again in a minute'),
    );
  });
});
