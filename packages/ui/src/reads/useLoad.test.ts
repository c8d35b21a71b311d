import { act, renderHook, waitFor } from '@testing-library/react';
import { Loaded, useLoad } from './useLoad';

type Load = (signal: AbortSignal) => Promise<string>;

function follow(first: Load | undefined) {
  return renderHook<Loaded<string>, { load?: Load }>(
    ({ load }) => useLoad(load),
    { initialProps: { load: first } },
  );
}

describe('useLoad', () => {
  it('waits until it knows what to read', async () => {
    const { result, rerender } = follow(undefined);
    expect(result.current).toMatchObject({ loading: true, value: undefined });
    rerender({ load: async () => 'charter' });
    await waitFor(() => expect(result.current.value).toBe('charter'));
    expect(result.current.loading).toBe(false);
  });

  it('never shows an older answer under a newer question', async () => {
    let answerOld: (value: string) => void = () => {};
    let oldSignal: AbortSignal | undefined;
    const { result, rerender } = follow(signal => {
      oldSignal = signal;
      return new Promise(resolve => (answerOld = resolve));
    });
    rerender({ load: async () => 'new' });
    await waitFor(() => expect(result.current.value).toBe('new'));
    expect(oldSignal?.aborted).toBe(true);
    await act(async () => answerOld('old'));
    expect(result.current.value).toBe('new');
  });

  it('tells an error and reads again when asked', async () => {
    const answers: string[] = [];
    const { result } = follow(async () => {
      const [answer] = answers;
      if (!answer) throw new Error('no network');
      return answer;
    });
    await waitFor(() =>
      expect(result.current.error?.message).toBe('no network'),
    );
    answers.push('charter');
    act(() => result.current.retry());
    await waitFor(() => expect(result.current.value).toBe('charter'));
    expect(result.current.error).toBeUndefined();
  });
});
