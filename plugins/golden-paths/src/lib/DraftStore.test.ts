import type { StorageApi } from '@backstage/frontend-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import type { Draft } from './drafts';
import { DraftStore } from './DraftStore';

const draft = (id: string, name = id): Draft => ({
  id,
  template: 'template:default/node-service',
  values: { name },
  savedAt: `2026-01-0${id.length}T00:00:00Z`,
});

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
    await store.discardSent('template:default/node-service', { name: 'bb' });
    await store.discardSent('template:default/go-service', { name: 'ccc' });
    expect(await namesOf(store)).toEqual(['ccc']);
  });
});

describe('drafts', () => {
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
