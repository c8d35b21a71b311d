import { act, renderHook, waitFor } from '@testing-library/react';
import { cachedReadOf, useCachedRead } from './CachedRead';

describe('cached read', () => {
  afterEach(() => jest.restoreAllMocks());

  function reader(answers: Array<() => Promise<string>>) {
    const read = jest.fn(() => (answers.shift() ?? answers[0])());
    return { read, of: cachedReadOf(read) };
  }

  it('reads once for everything on the page', async () => {
    const api = {};
    const { read, of } = reader([async () => 'tree']);
    const first = renderHook(() => useCachedRead(of(api)));
    const second = renderHook(() => useCachedRead(of(api)));
    await waitFor(() => expect(first.result.current.value).toBe('tree'));
    expect(second.result.current.value).toBe('tree');
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('shows the old answer while it reads a new one', async () => {
    const api = {};
    let finish: (value: string) => void = () => {};
    const { of } = reader([
      async () => 'old',
      () => new Promise<string>(resolve => (finish = resolve)),
    ]);
    const first = renderHook(() => useCachedRead(of(api)));
    await waitFor(() => expect(first.result.current.value).toBe('old'));
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 31_000);
    const later = renderHook(() => useCachedRead(of(api)));
    expect(later.result.current).toMatchObject({ value: 'old', loading: true });
    await act(async () => finish('new'));
    expect(later.result.current).toMatchObject({
      value: 'new',
      loading: false,
    });
  });

  it('tells an error and reads again when asked', async () => {
    const { of } = reader([
      async () => Promise.reject(new Error('no network')),
      async () => 'tree',
    ]);
    const api = {};
    const { result } = renderHook(() => useCachedRead(of(api)));
    await waitFor(() =>
      expect(result.current.error?.message).toBe('no network'),
    );
    act(() => result.current.retry());
    await waitFor(() => expect(result.current.value).toBe('tree'));
    expect(result.current.error).toBeUndefined();
  });
});
