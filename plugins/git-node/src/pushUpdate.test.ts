import { createMockDirectory } from '@backstage/backend-test-utils';
import { type GitHostServer, startGitHost } from '@squadron/test-git-host';
import { GitStore } from './GitStore';
import { GitUpdates } from './GitUpdates';
import { pushUpdate } from './pushUpdate';
import { pushBranches, withFetched } from './remotes';
import { gitText, runGit } from './runGit';

// Each step starts git some times, which takes long on a busy machine.
jest.setTimeout(60_000);

const commit = {
  message: 'Update',
  author: { name: 'B-1 Engineer', email: 'engineer-b-1@example.com' },
};
const branch = 'golden-path-1.1.0';

describe('the push of an update', () => {
  const home = createMockDirectory();
  const store = new GitStore({ directory: home.resolve('git') });
  const folder = createMockDirectory();
  let host: GitHostServer;
  let first: string;

  beforeAll(async () => {
    host = await startGitHost({ kind: 'gitlab' });
  });
  afterAll(() => host.stop());

  const access = () => ({
    cloneUrl: `${host.url}/acme/shop.git`,
    username: 'oauth2',
    password: host.integration.token,
  });
  const gitThere = (...args: string[]) =>
    gitText(args, { gitDir: host.path('shop') });
  const heads = () =>
    gitThere('for-each-ref', '--format=%(refname:short) %(objectname)');
  const pushes = () =>
    host.requests.filter(({ path }) => path.endsWith('/git-receive-pack'));

  /** Prepares an update with this text, and does something with it before and after the push. */
  async function update(
    text: string,
    meanwhile: (copy: GitStore) => Promise<void> = async () => {},
  ): Promise<string> {
    const branches = ['main', 'template'];
    return withFetched('shop', access(), branches, async copy => {
      folder.setContent({ 'a.txt': text });
      const prepared = await new GitUpdates({ store: copy }).prepare('shop', {
        directory: folder.path,
        branch: 'template',
        into: 'main',
        commit,
      });
      await meanwhile(copy);
      await pushUpdate(copy, 'shop', access(), prepared, branch);
      return prepared.plan.files;
    });
  }

  /** What somebody commits on a branch. */
  async function commitOn(name: string, text: string): Promise<void> {
    await withFetched('shop', access(), [name], async copy => {
      folder.setContent({ 'a.txt': text });
      const before = await copy.commitOf('shop', name);
      const options = { directory: folder.path, parent: before, commit };
      const made = await copy.write('shop', { ...options, branch: name });
      const move = { branch: name, commit: made, before };
      await pushBranches(copy, 'shop', access(), [move]);
    });
  }

  beforeEach(async () => {
    home.clear();
    folder.setContent({ 'a.txt': 'first\n' });
    first = await store.create('shop', {
      directory: folder.path,
      branches: ['main'],
      creator: 'task-1',
      commit,
    });
    const gitDir = host.path('shop');
    await runGit(['init', '--quiet', '--bare', '-bmain', gitDir], { gitDir });
    for (const name of ['main', 'template', branch]) {
      await gitThere('update-ref', '-d', `refs/heads/${name}`);
    }
    await pushBranches(store, 'shop', access(), [
      { branch: 'main', commit: first },
      { branch: 'template', commit: first },
    ]);
    host.requests.length = 0;
  });

  it('is onto what was generated and a branch of its own, and leaves main', async () => {
    const files = await update('second\n');
    expect(await heads()).toBe(
      `${branch} ${files}\nmain ${first}\ntemplate ${files}`,
    );
  });

  it('is done once', async () => {
    const files = await update('second\n');
    expect(await update('second\n')).toBe(files);
    expect(pushes()).toHaveLength(1);
  });

  it('brings the branch back after somebody has deleted it', async () => {
    const files = await update('second\n');
    await gitThere('update-ref', '-d', `refs/heads/${branch}`);
    await update('second\n');
    expect(await gitThere('rev-parse', branch)).toBe(files);
  });

  it('leaves alone what people have settled on the branch', async () => {
    await update('second\n');
    await commitOn(branch, 'settled\n');
    const before = await heads();
    await update('second\n');
    expect(await heads()).toBe(before);
    await expect(update('third\n')).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('merge or delete it'),
    });
    expect(await heads()).toBe(before);
  });

  it('takes the branch along when the same version has other files', async () => {
    await update('second\n');
    const files = await update('third\n');
    expect(await heads()).toBe(
      `${branch} ${files}\nmain ${first}\ntemplate ${files}`,
    );
  });

  it('moves nothing when what was generated has moved since', async () => {
    await expect(
      update('second\n', () => commitOn('template', 'other\n')),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    expect(await heads()).not.toContain(branch);
    expect(await gitThere('show', 'template:a.txt')).toBe('other');
  });
});
