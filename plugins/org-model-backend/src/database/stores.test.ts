import {
  TestDatabaseId,
  TestDatabases,
  mockServices,
} from '@backstage/backend-test-utils';
import { openDatabase } from '@squadron/backend-kit';
import type { OrgSnapshot } from '@squadron/plugin-org-model-common';
import type { Knex } from 'knex';
import { FeedService } from '../services/FeedService';
import { SnapshotKeeper } from '../services/SnapshotKeeper';
import { TreeIndex } from '../services/TreeIndex';
import { person } from '../__testUtils__/records';
import { DatabaseSnapshotStore } from './DatabaseSnapshotStore';
import { DatabaseTickStore } from './DatabaseTickStore';
import { migrationsDirectory } from './migrationsDirectory';

const reader = {
  read: async () => ({
    groups: [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Group',
        metadata: { name: 'a' },
        spec: { type: 'squad' },
      },
    ],
    users: [],
    software: [],
  }),
};

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const snapshotOf = (...names: string[]): OrgSnapshot => ({
  at: '2026-01-01T00:00:00.000Z',
  groups: [],
  people: names.map(name => person(name, [])),
});
const namesOf = (snapshot?: OrgSnapshot) =>
  snapshot?.people.map(({ name }) => name);

async function open(id: TestDatabaseId): Promise<Knex> {
  const knex = await databases.init(id);
  return openDatabase({
    database: { getClient: async () => knex },
    migrationsDirectory,
  });
}

describe.each(databases.eachSupportedId())('on %s', id => {
  describe('migrations', () => {
    it('go up and, with data in the tables, down again', async () => {
      const knex = await open(id);
      await new DatabaseSnapshotStore(knex).save('2026-01-01', snapshotOf('a'));
      await feedsOf(knex).create('a', 'group:default/x', 'Calendar');
      await new DatabaseTickStore(knex).add(tick('a', 'laptop'));
      await knex.migrate.rollback({ directory: migrationsDirectory }, true);
      expect(await knex.schema.hasTable('org_snapshots')).toBe(false);
      expect(await knex.schema.hasTable('calendar_feeds')).toBe(false);
      expect(await knex.schema.hasTable('onboarding_ticks')).toBe(false);
      await knex.migrate.latest({ directory: migrationsDirectory });
      expect(await feedsOf(knex).listOf('a')).toEqual([]);
      expect(await new DatabaseTickStore(knex).listOf(['a'])).toEqual([]);
    });
  });

  describe('DatabaseSnapshotStore', () => {
    it('answers the latest day up to the one asked for', async () => {
      const store = new DatabaseSnapshotStore(await open(id));
      expect(await store.firstDay()).toBeUndefined();
      await store.save('2026-01-10', snapshotOf('a'));
      await store.save('2026-01-20', snapshotOf('a', 'b'));
      expect(await store.latestAt('2026-01-09')).toBeUndefined();
      expect(namesOf(await store.latestAt('2026-01-10'))).toEqual(['a']);
      expect(namesOf(await store.latestAt('2026-01-19'))).toEqual(['a']);
      expect(namesOf(await store.latestAt('2027-01-01'))).toEqual(['a', 'b']);
      expect(await store.firstDay()).toBe('2026-01-10');
    });

    it('keeps the last word of a day and no body that no day has', async () => {
      const knex = await open(id);
      const store = new DatabaseSnapshotStore(knex);
      expect(await store.save('2026-01-10', snapshotOf('a'))).toBe(true);
      expect(await store.save('2026-01-10', snapshotOf('b'))).toBe(true);
      expect(namesOf(await store.latestAt('2026-01-10'))).toEqual(['b']);
      expect(await knex('org_snapshot_bodies')).toHaveLength(1);
    });

    it('keeps a tree that did not change once', async () => {
      const knex = await open(id);
      const store = new DatabaseSnapshotStore(knex);
      await store.save('2026-01-10', snapshotOf('a'));
      await store.save('2026-01-11', snapshotOf('a'));
      await store.save('2026-01-11', snapshotOf('b'));
      expect(namesOf(await store.latestAt('2026-01-10'))).toEqual(['a']);
      expect(await store.save('2026-01-11', snapshotOf('b'))).toBe(false);
      expect(await knex('org_snapshots')).toHaveLength(2);
      expect(await knex('org_snapshot_bodies')).toHaveLength(2);
    });

    it('says of which day the answer is, also when its tree is older', async () => {
      const store = new DatabaseSnapshotStore(await open(id));
      await store.save('2026-01-10', snapshotOf('a'));
      await store.save('2026-03-20', snapshotOf('a'));
      const at = async (day: string) => (await store.latestAt(day))?.at;
      expect(await at('2026-03-20')).toBe('2026-03-20T23:59:59.999Z');
      expect(await at('2026-03-19')).toBe('2026-01-10T23:59:59.999Z');
    });

    it('lets two replicas say the same at once', async () => {
      const knex = await open(id);
      const stores = [1, 2].map(() => new DatabaseSnapshotStore(knex));
      await Promise.all(
        stores.map(store => store.save('2026-01-10', snapshotOf('a'))),
      );
      expect(await knex('org_snapshots')).toHaveLength(1);
      expect(await knex('org_snapshot_bodies')).toHaveLength(1);
    });

    it('has one snapshot of a day after two replicas kept it', async () => {
      const knex = await open(id);
      const logger = mockServices.logger.mock();
      const keepers = [1, 2].map(async () => {
        const index = new TreeIndex({ reader, logger, pollMs: 15_000 });
        await index.refresh();
        const store = new DatabaseSnapshotStore(knex);
        const now = () => new Date('2026-01-10T12:00:00Z');
        return new SnapshotKeeper({ index, store, logger, now });
      });
      for (const keeper of await Promise.all(keepers)) {
        await keeper.keep();
        await keeper.keep();
      }
      expect(await knex('org_snapshots')).toHaveLength(1);
      expect(logger.info).toHaveBeenCalledTimes(1);
    });
  });

  describe('DatabaseTickStore', () => {
    it('answers the ticks of several people, and of nobody else', async () => {
      const store = new DatabaseTickStore(await open(id));
      await store.add(tick('ann', 'laptop'));
      await store.add(tick('ann', 'account'));
      await store.add(tick('bob', 'laptop'));
      await store.add(tick('eve', 'laptop'));
      expect(await store.listOf(['bob', 'ann', 'dan'])).toEqual([
        tick('ann', 'account'),
        tick('ann', 'laptop'),
        tick('bob', 'laptop'),
      ]);
      expect(await store.listOf([])).toEqual([]);
    });

    it('keeps the time of the first tick, however often and at once it comes', async () => {
      const store = new DatabaseTickStore(await open(id));
      await store.add(tick('ann', 'laptop'));
      const again = tick('ann', 'laptop', '2026-12-24T00:00:00Z');
      await Promise.all([store.add(again), store.add(again), store.add(again)]);
      expect(await store.listOf(['ann'])).toEqual([tick('ann', 'laptop')]);
    });

    it('takes back one tick of one person, also when it is not there', async () => {
      const store = new DatabaseTickStore(await open(id));
      await store.add(tick('ann', 'laptop'));
      await store.add(tick('bob', 'laptop'));
      await Promise.all([
        store.remove('ann', 'laptop'),
        store.remove('ann', 'laptop'),
        store.remove('ann', 'account'),
      ]);
      expect(await store.listOf(['ann', 'bob'])).toEqual([
        tick('bob', 'laptop'),
      ]);
    });
  });
});

function tick(userRef: string, itemId: string, at = '2026-11-09T08:00:00Z') {
  return { userRef, itemId, doneAt: new Date(at) };
}

function feedsOf(knex: Knex) {
  const index: Partial<TreeIndex> = {};
  return new FeedService({
    knex,
    index: index as TreeIndex,
    now: () => new Date(),
  });
}
