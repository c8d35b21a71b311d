import { mockServices } from '@backstage/backend-test-utils';
import type { SnapshotStore } from '../database/SnapshotStore';
import { SnapshotKeeper } from '../services/SnapshotKeeper';
import { SnapshotQueries } from '../services/SnapshotQueries';
import { TreeIndex } from '../services/TreeIndex';
import { treeRoutes } from './treeRoutes';

const noCredentials = undefined as never;
const input = { params: {}, body: undefined, credentials: noCredentials };

async function createRoutes() {
  const read = jest.fn(async () => ({
    groups: ['a', 'b'].map(name => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name },
      spec: { type: 'squad', parent: name === 'b' ? 'a' : undefined },
    })),
    users: [],
    software: [],
  }));
  const logger = mockServices.logger.mock();
  const index = new TreeIndex({ reader: { read }, logger, pollMs: 15_000 });
  await index.refresh();
  const store: jest.Mocked<SnapshotStore> = {
    save: jest.fn(),
    latestAt: jest.fn(),
    firstDay: jest.fn(),
  };
  store.firstDay.mockResolvedValue('2026-02-01');
  const now = () => new Date('2026-03-01T23:59:00Z');
  const snapshots = new SnapshotQueries({ store, now });
  const keeper = new SnapshotKeeper({ index, store, logger, now });
  return { routes: treeRoutes({ index, snapshots }), read, store, keeper };
}

describe('treeRoutes', () => {
  it('answers any number of requests from one reading of the catalog', async () => {
    const { routes, read } = await createRoutes();
    for (const depth of [undefined, 0, 1, undefined, 0]) {
      await routes.tree({ ...input, query: { depth } });
    }
    await routes.links({ ...input, query: {} });
    await routes.ownership({ ...input, query: {} });
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('makes each answer once', async () => {
    const { routes } = await createRoutes();
    const ask = (root?: string, depth?: number) =>
      routes.tree({ ...input, query: { root, depth } });
    expect(await ask('a')).toBe(await ask('group:default/a'));
    expect(await ask('a')).not.toBe(await ask('a', 0));
    expect(await ask('b')).not.toBe(await ask('a'));
  });

  it('answers a past day from its snapshot, and a day that is not over from now', async () => {
    const { routes, store } = await createRoutes();
    const past = { at: 'then', groups: [], people: [] };
    store.latestAt.mockResolvedValue(past);
    const ask = (asOf?: string) =>
      routes.snapshot({ ...input, query: { asOf } });
    await ask('2026-02-28');
    expect(store.latestAt).toHaveBeenLastCalledWith('2026-02-28');
    expect(await ask('2026-03-01')).toBe(await ask());
    expect(store.latestAt).toHaveBeenCalledTimes(1);
  });

  it('says which day is the first when asked for an earlier one', async () => {
    const { routes, store } = await createRoutes();
    const ask = () =>
      routes.snapshot({ ...input, query: { asOf: '2026-01-01' } });
    await expect(ask()).rejects.toThrow('the first snapshot is of 2026-02-01');
    store.firstDay.mockResolvedValue(undefined);
    await expect(ask()).rejects.toThrow('there is no snapshot yet');
  });

  it('writes down the tree under the day of UTC', async () => {
    const { keeper, store } = await createRoutes();
    await keeper.keep();
    expect(store.save).toHaveBeenCalledWith(
      '2026-03-01',
      expect.objectContaining({ groups: expect.any(Array) }),
    );
  });
});
