import { createMockDirectory } from '@backstage/backend-test-utils';
import { runGit } from './runGit';

jest.setTimeout(60_000);

describe('git', () => {
  const home = createMockDirectory();
  /** What starts another program, as fetch does, and then waits for it. */
  const waiting = ['-c', 'alias.wait=!sleep 600', 'wait'];
  const place = () => ({ gitDir: home.resolve('.git'), workTree: home.path });

  beforeEach(async () => {
    home.clear();
    await runGit(['init', '--quiet'], place());
  });

  it('ends with what it has started when somebody changes their mind', async () => {
    const stop = new AbortController();
    const { signal } = stop;
    const work = runGit(waiting, { ...place(), signal });
    stop.abort(new Error('Changed my mind'));
    // Its streams are open as long as anything of it runs.
    await expect(work).rejects.toThrow('Changed my mind');
  });

  it('does not start when somebody has changed their mind before', async () => {
    const signal = AbortSignal.abort(new Error('Changed my mind'));
    const work = runGit(['tag', 'late'], { ...place(), signal });
    await expect(work).rejects.toThrow('Changed my mind');
  });

  it('is not read beyond 100 MB', async () => {
    const endless = ['-c', 'alias.endless=!yes', 'endless'];
    await expect(runGit(endless, place())).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('more than 100 MB'),
    });
  });
});
