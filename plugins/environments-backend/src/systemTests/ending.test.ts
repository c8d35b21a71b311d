import { eventually } from '../__testUtils__/realCluster';
import {
  member,
  setupRealPlugin,
  stranger,
  wantedFor,
} from '../__testUtils__/realPlugin';
import { hoursLater, made } from '../__testUtils__/records';
import type { ClusterClient } from '../clusters/ClusterClient';

// A cluster takes seconds to take a namespace away.
jest.setTimeout(120_000);

const { start, createReady, operators } = setupRealPlugin();

function gone(client: ClusterClient, namespace: string) {
  return eventually(
    () => client.namespace(namespace),
    found => found === undefined,
  );
}

describe('an environment in a real cluster', () => {
  it('is kept longer, but not by a stranger', async () => {
    const { commands, clock, place } = await createReady('longer');
    clock.at = hoursLater(60);
    await expect(commands.extend(place, 72, stranger)).rejects.toThrow(
      'environments.extend',
    );
    expect(await commands.extend(place, 72, member)).toMatchObject({
      expiresAt: hoursLater(132).toISOString(),
    });
    await commands.delete(place, member);
  });

  it('goes at its end, by a portal that has just been started', async () => {
    const { client, namespace } = await createReady('ended');
    const later = start();
    later.clock.at = hoursLater(71);
    await later.upkeep.run();
    expect((await client.namespace(namespace))?.deletedAt).toBeUndefined();
    expect(later.sent).toContainEqual(
      expect.objectContaining({
        payload: expect.objectContaining({
          title: `${namespace} goes in an hour`,
        }),
      }),
    );
    const again = start();
    again.clock.at = hoursLater(72);
    await again.upkeep.run();
    expect(await gone(client, namespace)).toBeUndefined();
  });

  it('goes when the golden path that makes it has died', async () => {
    const { client, commands } = start();
    const { namespace } = await commands.create(wantedFor('died'), member);
    const later = start();
    later.clock.at = hoursLater(0.5);
    await later.upkeep.run();
    expect(await gone(client, namespace)).toBeUndefined();
  });

  it('stays when somebody keeps it longer while it is about to go', async () => {
    const { client, clock, commands, namespace, place } =
      await createReady('raced');
    const stale = await client.namespace(namespace);
    if (!stale) throw new Error('It has gone');
    clock.at = hoursLater(1);
    await commands.extend(place, 72, member);
    expect(await client.deleteNamespace(stale)).toBe(false);
    expect((await client.namespace(namespace))?.deletedAt).toBeUndefined();
    await commands.delete(place, member);
  });

  it('that a finalizer holds is told of, and not forced', async () => {
    const plugin = await createReady('held');
    const { client, commands, namespace, place, sent, upkeep } = plugin;
    const finalizers = ['example.org/backup'];
    const metadata = { name: 'held', finalizers };
    await operators().createNamespacedConfigMap({
      namespace,
      body: { metadata },
    });
    await commands.delete(place, member);
    const going = await eventually(
      () => client.namespace(namespace),
      found => found?.conditions.some(({ isTrue }) => isTrue) ?? false,
    );
    const deletedAt = going?.deletedAt ?? made;
    plugin.clock.at = new Date(deletedAt.getTime() + 11 * 60_000);
    expect(await plugin.queries.get(place)).toMatchObject({
      phase: 'stuck',
      problem: expect.stringContaining('example.org/backup'),
    });
    await upkeep.run();
    await upkeep.run();
    const title = `${namespace} cannot be taken away`;
    expect(sent.filter(({ payload }) => payload.title === title)).toHaveLength(
      1,
    );
    const held = await operators().readNamespacedConfigMap({
      namespace,
      name: 'held',
    });
    expect(held.metadata?.finalizers).toEqual(finalizers);
    await operators().replaceNamespacedConfigMap({
      namespace,
      name: 'held',
      body: { metadata: { name: 'held' } },
    });
    expect(await gone(client, namespace)).toBeUndefined();
  });
});
