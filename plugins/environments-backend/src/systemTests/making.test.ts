import { eventually } from '../__testUtils__/realCluster';
import {
  member,
  run,
  setupRealPlugin,
  wantedFor,
} from '../__testUtils__/realPlugin';
import { hoursLater } from '../__testUtils__/records';

// A cluster takes seconds to take a namespace away.
jest.setTimeout(120_000);

const { start, createReady, operators } = setupRealPlugin();

describe('an environment in a real cluster', () => {
  it('is a namespace with everything in it, and says how much is used', async () => {
    const { commands, queries, place, namespace } = await createReady('made');
    const { items } = await operators().listNamespacedServiceAccount({
      namespace,
    });
    expect(items.map(({ metadata }) => metadata?.name)).toContain('developer');
    const environment = await eventually(
      () => queries.get(place),
      ({ quotas }) => quotas.some(({ resource }) => resource === 'pods'),
    );
    expect(environment).toMatchObject({
      phase: 'ready',
      expiresAt: hoursLater(72).toISOString(),
      quotas: expect.arrayContaining([
        { resource: 'pods', used: '0', hard: '20' },
      ]),
    });
    await commands.delete(place, member);
  });

  it('is one, however many ask for it at once', async () => {
    const { commands, client } = start();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        commands.create(wantedFor('once', `task-${index}`), member),
      ),
    );
    expect(answers.filter(({ created }) => created)).toHaveLength(1);
    const all = await client.namespaces();
    const name = `dev-once-${run}`;
    expect(all.filter(each => each.name === name)).toHaveLength(1);
    await commands.delete({ cluster: 'dev', namespace: name }, member);
  });

  it('is refused where somebody else has a namespace, which is left as it is', async () => {
    const name = `dev-foreign-${run}`;
    await operators().createNamespace({ body: { metadata: { name } } });
    const { client, commands, upkeep, clock } = start();
    const before = await client.namespace(name);
    await expect(commands.create(wantedFor('foreign'), member)).rejects.toThrow(
      'is no environment of this portal',
    );
    clock.at = hoursLater(10_000);
    await upkeep.run();
    expect((await client.namespace(name))?.uid).toBe(before?.uid);
    expect((await client.namespace(name))?.deletedAt).toBeUndefined();
    await operators().deleteNamespace({ name });
  });
});
