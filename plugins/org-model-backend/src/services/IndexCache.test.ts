import { group, indexOf } from '../__testUtils__/records';
import { IndexCache } from './IndexCache';

describe('IndexCache', () => {
  const index = indexOf([group('a')]);

  it('drops only what was not asked for the longest', () => {
    const cache = new IndexCache<string>({ most: 2 });
    const make = jest.fn((key: string) => key);
    const ask = (key: string) => cache.get(index, key, () => make(key));
    ['a', 'b', 'a', 'c', 'a', 'c', 'b'].forEach(ask);
    expect(make.mock.calls.flat()).toEqual(['a', 'b', 'c', 'b']);
  });

  it('makes all anew for another index', () => {
    const cache = new IndexCache<object>({ most: 2 });
    const first = cache.get(index, 'a', () => ({}));
    expect(cache.get(indexOf([group('a')]), 'a', () => ({}))).not.toBe(first);
  });
});
