import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { findProblems } from '../domain/problems';
import { TreeIndex } from './TreeIndex';

jest.mock('../domain/problems', () => ({
  findProblems: jest.fn(
    jest.requireActual<typeof import('../domain/problems')>(
      '../domain/problems',
    ).findProblems,
  ),
}));

const group = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name },
  spec: { type: 'squad', children: [] },
});

function createIndex() {
  const read = jest.fn(async () => ({
    groups: [group('a')],
    users: [],
    software: [],
  }));
  const logger = mockServices.logger.mock();
  const index = new TreeIndex({ reader: { read }, logger, pollMs: 15_000 });
  const answer = (...names: string[]) =>
    read.mockResolvedValue({
      groups: names.map(group),
      users: [],
      software: [],
    });
  return { index, read, logger, answer };
}

describe('TreeIndex', () => {
  it('keeps the same index while nothing changed, however often it looks', async () => {
    const { index, answer } = createIndex();
    const onChange = jest.fn();
    index.onChange(onChange);
    expect(await index.refresh()).toBe('changed');
    const first = await index.get();
    answer('a');
    expect(await index.refresh()).toBe('same');
    expect(await index.get()).toBe(first);
    answer('a', 'b');
    expect(await index.refresh()).toBe('changed');
    expect((await index.get()).tree.groups()).toHaveLength(2);
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('serves the last index while the catalog is down, says so once and recovers', async () => {
    const { index, read, logger, answer } = createIndex();
    await index.refresh();
    const { readAt } = index.status();
    read.mockRejectedValue(new Error('connection refused'));
    expect(await index.refresh()).toBe('failed');
    expect(await index.refresh()).toBe('failed');
    expect(index.status()).toEqual({
      readAt,
      failure: 'Error: connection refused',
    });
    expect((await index.get()).tree.groups()).toHaveLength(1);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    answer('a');
    await index.refresh();
    expect(index.status().failure).toBeUndefined();
  });

  it('fails until it understands what the catalog answers', async () => {
    const { index, answer } = createIndex();
    await index.refresh();
    const fault = () => {
      throw new Error('cannot be built');
    };
    jest.mocked(findProblems).mockImplementationOnce(fault);
    jest.mocked(findProblems).mockImplementationOnce(fault);
    answer('a', 'b');
    for (let poll = 0; poll < 2; poll++) {
      expect(await index.refresh()).toBe('failed');
      expect(index.status().failure).toBe('Error: cannot be built');
      expect((await index.get()).tree.groups()).toHaveLength(1);
    }
    expect(await index.refresh()).toBe('changed');
    expect(index.status().failure).toBeUndefined();
    expect((await index.get()).tree.groups()).toHaveLength(2);
  });

  it('says what to do when there is no index yet', async () => {
    const { index, read } = createIndex();
    read.mockRejectedValue(new Error('connection refused'));
    await index.refresh();
    await expect(index.get(1)).rejects.toThrow(
      'The organization has not been read from the catalog yet: Error: connection refused; try again in a few seconds',
    );
  });

  it('lets a request wait for the first index', async () => {
    const { index } = createIndex();
    const waiting = index.get();
    await index.refresh();
    expect((await waiting).tree.groups()).toHaveLength(1);
  });

  describe('with time', () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());

    it('looks again by itself, at once when something is expected, and stops', async () => {
      const { index, read } = createIndex();
      index.start();
      await jest.advanceTimersByTimeAsync(60_000);
      const settled = read.mock.calls.length;
      await jest.advanceTimersByTimeAsync(30_000);
      expect(read.mock.calls.length - settled).toBe(2);
      index.expectChange();
      await jest.advanceTimersByTimeAsync(0);
      expect(read.mock.calls.length - settled).toBe(3);
      index.stop();
      await jest.advanceTimersByTimeAsync(60_000);
      expect(read.mock.calls.length - settled).toBe(3);
    });
  });
});
