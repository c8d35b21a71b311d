import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { PreparedAnswer } from '@squadron/backend-kit';
import type { FeedService } from '../services/FeedService';
import type { TreeIndex } from '../services/TreeIndex';
import { group, indexOf } from '../__testUtils__/records';
import { rhythmRoutes } from './rhythmRoutes';

function createRoutes() {
  const drill = {
    id: 'drill',
    title: 'Drill',
    kind: 'exercise' as const,
    every: 'month',
    starts: '2026-01-01',
    with: [],
  };
  const index = indexOf([group('a', { cadences: [drill] }), group('b')]);
  const subtree = jest.spyOn(index.tree, 'subtree');
  const feeds: Partial<FeedService> = {
    create: async (userRef, groupRef, label) => ({
      made: {
        id: 'f-1',
        userRef,
        label,
        createdAt: new Date(),
        extra: { groupRef },
      },
      token: 's3cret',
    }),
    open: async token => ({
      id: token,
      userRef: 'user:default/ann',
      label: `Calendar ${token}`,
      createdAt: new Date(),
      extra: { groupRef: 'group:default/a' },
    }),
  };
  const routes = rhythmRoutes({
    index: { get: async () => index } as TreeIndex,
    feeds: feeds as FeedService,
    discovery: mockServices.discovery.mock({
      getExternalBaseUrl: async () => 'http://host/api/org-model',
    }),
    now: () => new Date('2026-06-15T12:00:00Z'),
  });
  return { routes, subtree };
}

describe('the calendar behind a feed', () => {
  const { routes, subtree } = createRoutes();
  const answer = async (token: string) =>
    (await routes.calendar({
      params: { token },
      query: {},
      body: undefined,
      credentials: undefined,
    })) as PreparedAnswer;

  it('is laid out once for all feeds of a group, each with its name', async () => {
    const etags = new Set<string>();
    for (let i = 0; i < 100; i++) etags.add((await answer(String(i))).etag);
    expect(subtree).toHaveBeenCalledTimes(1);
    expect(etags.size).toBe(100);
  });

  it('keeps its ETag while nothing changes', async () => {
    expect((await answer('seven')).etag).toBe((await answer('seven')).etag);
  });
});

describe('the making of a feed', () => {
  it('is audited with its group and its id, without its token', async () => {
    const audit = jest.fn();
    await createRoutes().routes.createFeed({
      params: {},
      query: {},
      body: { group: 'a', label: 'Mine' },
      credentials: mockCredentials.user('user:default/ann'),
      audit,
      signal: new AbortController().signal,
    });
    expect(audit.mock.calls).toEqual([
      [{ group: 'group:default/a', feed: 'f-1' }],
    ]);
  });
});
