import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { GitStore, pushBranches, withFetched } from '@squadron/plugin-git-node';
import { startHost } from '../__testUtils__/host';
import { runAction } from '../__testUtils__/runAction';

// Each step starts git some times, which takes long on a busy machine.
jest.setTimeout(60_000);

const workspace = createMockDirectory();
const owner = 'group:default/squad-b-1';
const input = { name: 'shop', owner, message: 'Create' };

beforeEach(() => {
  workspace.setContent({ 'catalog-info.yaml': 'kind: Component\n' });
});

describe.each([
  {
    kind: 'github' as const,
    makes: /\/orgs\/acme\/repos$/,
    protects: { method: 'PUT', path: /\/branches\/main\/protection$/ },
  },
  {
    kind: 'gitlab' as const,
    makes: /\/projects$/,
    protects: { method: 'POST', path: /\/protected_branches$/ },
  },
])('publishing to $kind', ({ kind, makes, protects }) => {
  let started: Awaited<ReturnType<typeof startHost>>;
  let checkpoints: Map<string, unknown>;
  beforeEach(async () => {
    started = await startHost(kind);
    checkpoints = new Map();
  });
  afterEach(() => started.server.stop());

  const publish = () =>
    runAction(started.publishOn(started.open()), input, {
      workspacePath: workspace.path,
      checkpoints,
    });
  const published = () =>
    new GitStore({ directory: `${started.server.path('shop')}/..` });
  const count = (asked: { method: string; path: RegExp }) =>
    started.server.requests.filter(
      ({ method, path }) => method === asked.method && asked.path.test(path),
    ).length;

  /** Somebody else changes `main` there. */
  async function change(): Promise<string> {
    const access = await started.open().access('shop');
    return withFetched('shop', access, ['main'], async copy => {
      const before = await copy.commitOf('shop', 'main').catch(() => undefined);
      workspace.setContent({ 'other.txt': 'of somebody else' });
      const commit = await copy.write('shop', {
        directory: workspace.path,
        branch: 'main',
        parent: before,
        commit: { message: 'Other', author: { name: 'A', email: 'a@b.c' } },
      });
      const move = { branch: 'main', commit, before };
      await pushBranches(copy, 'shop', access, [move]);
      return commit;
    });
  }

  it('goes on where the answer to the making was lost', async () => {
    const asked = { method: 'POST', path: makes };
    const answer = { status: 502, message: 'Bad Gateway' };
    started.server.answerInstead(asked, answer);
    const { commit } = await publish();
    expect(await published().commitOf('shop', 'main')).toBe(commit);
  });

  it('fills what it has asked for before the portal died', async () => {
    await started.server.make('shop');
    checkpoints.set('ask-for-shop', { free: 'shop' });
    const { commit } = await publish();
    expect(await published().commitOf('shop', 'template')).toBe(commit);
    expect(count({ method: 'POST', path: makes })).toBe(0);
  });

  it('leaves what somebody else has filled meanwhile', async () => {
    await started.server.make('shop');
    checkpoints.set('ask-for-shop', { free: 'shop' });
    const theirs = await change();
    await expect(publish()).rejects.toThrow(
      /^http.*acme\/shop is there already: choose another name$/,
    );
    expect(await published().commitOf('shop', 'main')).toBe(theirs);
    expect(count(protects)).toBe(0);
  });

  it('begins the branch of the template at what it has pushed, whatever came after it', async () => {
    const { commit } = await publish();
    const gitDir = started.server.path('shop');
    await rm(join(gitDir, 'refs', 'heads', 'template'));
    const theirs = await change();
    expect(await publish()).toMatchObject({ commit });
    expect(await published().commitOf('shop', 'template')).toBe(commit);
    expect(await published().commitOf('shop', 'main')).toBe(theirs);
  });

  it('fails while main is not protected, and protects it when it is tried again', async () => {
    const answer = { status: 401, message: 'Not you' };
    started.server.answerInstead(protects, answer);
    await expect(publish()).rejects.toThrow(/is not finished: .*Not you/);
    expect(await publish()).toMatchObject({ created: true });
  });

  it('makes nothing for a person', async () => {
    await started.server.stop();
    started = await startHost(kind, { isPerson: true });
    await expect(publish()).rejects.toThrow('`squadron.git.publishTo.owner`');
    expect(count({ method: 'POST', path: makes })).toBe(0);
  });
});

describe('publishing to GitHub', () => {
  const group = (team: string) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      name: 'squad-b-1',
      annotations: { 'github.com/team-slug': team },
    },
  });
  let started: Awaited<ReturnType<typeof startHost>>;
  beforeEach(async () => {
    started = await startHost('github', { teams: ['squad-b-1'] });
  });
  afterEach(() => started.server.stop());

  const publishFor = (team: string) =>
    runAction(
      started.publishOn(started.open(), { entities: [group(team)] }),
      input,
      { workspacePath: workspace.path },
    );
  const changes = () =>
    started.server.requests.filter(({ method }) => method !== 'GET');

  it('lets the team of the group administer the repository', async () => {
    await publishFor('acme/squad-b-1');
    expect(changes()).toContainEqual({
      method: 'PUT',
      path: '/api/v3/orgs/acme/teams/squad-b-1/repos/acme/shop',
      body: { permission: 'admin' },
    });
  });

  it('makes nothing for a team that is not there', async () => {
    await expect(publishFor('acme/squad-b-2')).rejects.toThrow(
      'has no team acme/squad-b-2',
    );
    expect(changes()).toEqual([]);
  });

  it('goes without protection where the plan offers none', async () => {
    started.server.answerInstead(
      { method: 'PUT', path: /\/protection$/ },
      { status: 403, message: 'Upgrade to GitHub Pro or make it public' },
    );
    expect(await publishFor('acme/squad-b-1')).toMatchObject({ created: true });
  });
});
