import { limitTo } from './limit';

/** Something that is done when somebody says so. */
function errand() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const work = jest.fn(() => promise);
  return { work, resolve, reject };
}

describe('a limit', () => {
  it('makes wait what comes when so much is done, and goes on also after a failure', async () => {
    const limited = limitTo(2);
    const [a, b, c, d] = [errand(), errand(), errand(), errand()];
    const done = [a, b, c, d].map(({ work }) => limited(work));
    expect(b.work).toHaveBeenCalled();
    expect(c.work).not.toHaveBeenCalled();
    a.reject(new Error('no'));
    await expect(done[0]).rejects.toThrow('no');
    c.resolve('c');
    expect(await done[2]).toBe('c');
    d.resolve('d');
    expect(await done[3]).toBe('d');
    b.resolve('b');
    expect(await done[1]).toBe('b');
  });
});
