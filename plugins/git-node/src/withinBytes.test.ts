import { createMockDirectory } from '@backstage/backend-test-utils';
import { runGit } from './runGit';
import { TooLargeError, withinBytes } from './withinBytes';

jest.setTimeout(60_000);

describe('work that fills a folder', () => {
  const home = createMockDirectory();
  beforeEach(() => home.clear());

  it('ends while it goes on, when it is more than it may be', async () => {
    const fill = `!yes > '${home.resolve('endless')}'`;
    const work = (signal: AbortSignal) =>
      runGit(['-c', `alias.fill=${fill}`, 'fill'], {
        gitDir: home.path,
        signal,
      });
    const failure = await withinBytes(home.path, 1000, 'Too much', work).catch(
      error => error,
    );
    expect(failure).toBeInstanceOf(TooLargeError);
    expect(failure).toMatchObject({ name: 'InputError', message: 'Too much' });
  });

  it('counts all that lies below, also of what was done in no time', async () => {
    const work = async () => home.setContent({ a: '1234', b: { c: '5678' } });
    await withinBytes(home.path, 8, 'Too much', work);
    await expect(withinBytes(home.path, 7, 'Too much', work)).rejects.toThrow(
      'Too much',
    );
  });

  it('fails as the work does', async () => {
    const work = async () => {
      throw new Error('No such host');
    };
    await expect(withinBytes(home.path, 8, 'Too much', work)).rejects.toThrow(
      'No such host',
    );
  });
});
