import type { StorageApi } from '@backstage/frontend-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import type { Draft } from './drafts';
import { DraftStore } from './DraftStore';

const draft = (id: string, name = id): Draft => ({
  id,
  template: 'template:default/node-service',
  values: { name },
  savedAt: new Date(Date.UTC(2026, 0, id.length)).toISOString(),
});

/** Chooses the first place that is free. */
const first = () => 0;

/** As the portal's own storage is: what it holds is known only to who waits for it. */
function remote(storage: StorageApi): StorageApi {
  return {
    forBucket: name => remote(storage.forBucket(name)),
    snapshot: key => ({ key, presence: 'unknown', value: undefined }),
    observe$: key => {
      queueMicrotask(() => {
        const { presence, value } = storage.snapshot<object>(key);
        void (presence === 'present'
          ? storage.set(key, value)
          : storage.remove(key));
      });
      return storage.observe$(key);
    },
    set: (key, data) => storage.set(key, data),
    remove: key => storage.remove(key),
  };
}

function namesOf(store: DraftStore): Promise<unknown[]> {
  return new Promise(resolve => {
    const unfollow = store.follow(drafts => {
      resolve(drafts.map(({ values }) => values.name).sort());
      queueMicrotask(() => unfollow());
    });
  });
}

describe.each([
  ['that answers at once', (storage: StorageApi) => storage],
  ['that answers later', remote],
])('drafts in a storage %s', (_, kindOf) => {
  const open = () => new DraftStore(kindOf(mockApis.storage()));

  it('are all kept when several forms save at the same time', async () => {
    const store = open();
    await Promise.all([store.keep(draft('a')), store.keep(draft('bb'))]);
    await store.keep(draft('a', 'renamed'));
    expect(await namesOf(store)).toEqual(['bb', 'renamed']);
  });

  it('go one by one, by hand or because their form was sent', async () => {
    const store = open();
    for (const id of ['a', 'bb', 'ccc']) await store.keep(draft(id));
    await store.discard('a');
    await store.discard('unknown');
    expect(await namesOf(store)).toEqual(['bb', 'ccc']);
  });

  it('are forgotten from the twenty-first on, the oldest first', async () => {
    const store = open();
    const all = Array.from({ length: 22 }, (__, at) => 'x'.repeat(at + 1));
    for (const id of all) await store.keep(draft(id));
    expect(await namesOf(store)).toEqual(all.slice(2));
  });

  it('of two tabs are both kept, also when both choose the same place', async () => {
    const storage = kindOf(mockApis.storage());
    const bucket = storage.forBucket('golden-paths');
    let write: () => void = () => {};
    const bothChose = new Promise<void>(resolve => {
      write = resolve;
    });
    const { set } = bucket;
    const chosen: string[] = [];
    jest.spyOn(bucket, 'set').mockImplementation(async (slot, value) => {
      chosen.push(slot);
      if (chosen.length === 2) write();
      await bothChose;
      return set.call(bucket, slot, value);
    });
    const one = { forBucket: () => bucket } as unknown as StorageApi;
    const tabs = [new DraftStore(one, first), new DraftStore(one, first)];
    await Promise.all([tabs[0].keep(draft('a')), tabs[1].keep(draft('bb'))]);
    // Waits for what each of them does because of the other.
    await Promise.all(tabs.map(tab => tab.discard('unknown')));
    expect(chosen.slice(0, 2)).toEqual(['draft-0', 'draft-0']);
    expect(await namesOf(new DraftStore(one))).toEqual(['a', 'bb']);
  });

  it('stay away once they were discarded in another tab', async () => {
    const storage = kindOf(mockApis.storage());
    const tabs = [
      new DraftStore(storage, first),
      new DraftStore(storage, first),
    ];
    await tabs[0].keep(draft('a'));
    await tabs[1].discard('a');
    await tabs[1].keep(draft('bb'));
    expect(await namesOf(tabs[0])).toEqual(['bb']);
  });
});

describe('drafts', () => {
  it('are gone at once when they are discarded, and back when the storage refuses', async () => {
    const storage = mockApis.storage();
    const store = new DraftStore(storage);
    await store.keep(draft('a'));
    const told: number[] = [];
    store.follow(drafts => told.push(drafts.length));
    await namesOf(store);
    jest
      .spyOn(storage.forBucket('golden-paths'), 'remove')
      .mockRejectedValueOnce(new Error('away'));
    await expect(store.discard('a')).rejects.toThrow('away');
    expect(told).toEqual([1, 0, 1]);
    await store.discard('a');
    expect(told.at(-1)).toBe(0);
  });

  it('can be changed after a change that failed', async () => {
    const storage = mockApis.storage();
    const store = new DraftStore(storage);
    const bucket = storage.forBucket('golden-paths');
    jest.spyOn(bucket, 'set').mockRejectedValueOnce(new Error('away'));
    await expect(store.keep(draft('a'))).rejects.toThrow('away');
    await store.keep(draft('bb'));
    expect(await namesOf(store)).toEqual(['bb']);
  });
});
