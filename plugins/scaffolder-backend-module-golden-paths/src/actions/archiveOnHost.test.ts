import { execFileSync } from 'node:child_process';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { pushBranches, withFetched } from '@squadron/plugin-git-node';
import { startHost } from '../__testUtils__/host';
import { mockAuditor } from '../__testUtils__/mockAuditor';
import { componentOf, createPortal } from '../__testUtils__/project';
import { runAction } from '../__testUtils__/runAction';
import { archiveOnHost } from './archiveOnHost';
import { findProject } from './findProject';

// Each step starts git some times, which takes long on a busy machine.
jest.setTimeout(60_000);

const workspace = createMockDirectory();
const other = 'group:default/squad-b-2';
const input = { name: 'shop' };

describe.each([
  { kind: 'github' as const, archives: { method: 'PATCH', path: /\/shop$/ } },
  { kind: 'gitlab' as const, archives: { method: 'POST', path: /\/archive$/ } },
])('squadron:git:archive on $kind', ({ kind, archives }) => {
  const { auditor, event } = mockAuditor();
  let started: Awaited<ReturnType<typeof startHost>>;
  beforeEach(async () => {
    jest.clearAllMocks();
    workspace.setContent({ 'catalog-info.yaml': 'kind: Component\n' });
    started = await startHost(kind);
  });
  afterEach(() => started.server.stop());

  /** A component that the repository on the host defines. */
  function componentThere(owner?: string): Entity {
    const entity = componentOf('shop', { owner });
    const location = `url:${started.open().definition('shop')}`;
    entity.metadata.annotations = {
      'backstage.io/managed-by-location': location,
      'backstage.io/managed-by-origin-location': location,
    };
    return entity;
  }
  function portalWith(entities: Entity[]) {
    const portal = createPortal({
      auth: mockServices.auth(),
      directory: workspace.resolve('git'),
      gitHost: started.open(),
      entities,
    });
    return { ...portal, auditor };
  }
  const archive = (entities = [componentThere()], isDryRun = false) =>
    runAction(archiveOnHost(portalWith(entities)), input, { isDryRun });
  const publish = () =>
    runAction(
      started.publishOn(started.open()),
      { name: 'shop', owner: 'group:default/squad-b-1', message: 'Create' },
      { workspacePath: workspace.path },
    );
  const isArchived = () => started.open().isArchived('shop');
  const asksToArchive = () =>
    started.server.requests.filter(
      ({ method, path }) =>
        method === archives.method && archives.path.test(path),
    );

  it('archives what a golden path has published, once, and says how to bring it back', async () => {
    await publish();
    const page = started.open().page('shop');
    expect(await archive(undefined, true)).toEqual({
      archived: false,
      outcome: `Would archive its repository ${page}.`,
    });
    expect(asksToArchive()).toEqual([]);
    const done = {
      archived: true,
      outcome: `Its repository ${page} is archived. To bring it back, unarchive it in its settings there.`,
    };
    expect(await archive()).toEqual(done);
    expect(await isArchived()).toBe(true);
    expect(await archive()).toEqual(done);
    expect(asksToArchive()).toHaveLength(1);
    expect(auditor.createEvent).toHaveBeenCalledTimes(1);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'archive-repository',
        meta: { repository: page, task: 'task-1', by: expect.any(String) },
      }),
    );
    expect(event.success).toHaveBeenCalledTimes(1);
  });

  /** Somebody pushes a first commit of their own. */
  async function pushOwn() {
    const access = await started.open().access('shop');
    await withFetched('shop', access, ['main'], async copy => {
      const commit = await copy.write('shop', {
        directory: workspace.path,
        branch: 'main',
        commit: { message: 'Own', author: { name: 'A', email: 'a@b.c' } },
      });
      await pushBranches(copy, 'shop', access, [{ branch: 'main', commit }]);
    });
  }
  const gitThere = (...args: string[]) =>
    execFileSync(
      'git',
      [
        `--git-dir=${started.server.path('shop')}`,
        ...['-c', 'user.name=A'],
        ...['-c', 'user.email=a@b.c'],
        ...args,
      ],
      { encoding: 'utf8' },
    ).trim();
  /** What becomes of a repository that stays. */
  const stays = (why: string) => ({
    archived: false,
    outcome: `Its repository ${started.open().page('shop')} is as it was, since ${why}. Archive it in its settings there.`,
  });
  async function expectUntouched() {
    expect(await isArchived()).toBe(false);
    expect(asksToArchive()).toEqual([]);
  }

  it('leaves what somebody else has made, and says so', async () => {
    await started.server.make('shop');
    expect(await archive()).toEqual(stays('it has no branch main'));
    await pushOwn();
    expect(await archive()).toEqual(stays('no golden path has published it'));
    await expectUntouched();
  });

  it('leaves work of people that has what was published merged in', async () => {
    await publish();
    const make = (...parents: string[]) =>
      gitThere('commit-tree', '-mOwn', 'main^{tree}', ...parents);
    const both = make('-p', make(), '-p', 'main');
    gitThere('update-ref', 'refs/heads/main', both);
    const why = 'no golden path has published all of it';
    expect(await archive()).toEqual(stays(why));
    await expectUntouched();
  });

  it('leaves what defines more for the catalog than is taken out', async () => {
    await publish();
    const beside = componentOf('cart');
    const file = started
      .open()
      .definition('shop')
      .replace('catalog-info', 'cart/catalog-info');
    beside.metadata.annotations = {
      'backstage.io/managed-by-location': `url:${file}`,
      'backstage.io/managed-by-origin-location': `url:${file}`,
    };
    const { outcome } = await archive([componentThere(), beside]);
    expect(String(outcome).toLowerCase()).toContain(
      `the catalog reads ${file} of it, too`.toLowerCase(),
    );
    await expectUntouched();
  });

  it('is refused for whom the owner has not given the right', async () => {
    await publish();
    await expect(archive([componentThere(other)])).rejects.toThrow(other);
    await expect(archive([])).rejects.toThrow('register it first');
    expect(asksToArchive()).toEqual([]);
    await started.open().archive('shop');
    await expect(archive([componentThere(other)])).rejects.toThrow(other);
    await expect(archive([])).rejects.toThrow('register it first');
  });

  it('goes on where the token may not, and leaves it to people', async () => {
    await publish();
    const message = 'Must have admin rights to Repository.';
    started.server.answerInstead(archives, { status: 403, message });
    const { archived, outcome } = await archive();
    expect(archived).toBe(false);
    expect(outcome).toMatch(
      /^Its repository .* is as it was, since .*Must have admin rights.* Archive it in its settings there\.$/,
    );
    expect(event.fail).toHaveBeenCalledTimes(1);
  });

  it('goes on where the token may not read the repository', async () => {
    await publish();
    const reads = { method: 'GET', path: /\.git\/info\/refs$/ };
    started.server.answerInstead(reads, { status: 403, message: 'No' });
    expect(await archive()).toMatchObject({
      archived: false,
      outcome: expect.stringContaining('may read and write this repository'),
    });
    await expectUntouched();
  });

  it('fails where the host does not answer, so that it can be tried again', async () => {
    await publish();
    started.server.answerInstead(archives, { status: 502, message: 'Bad' });
    await expect(archive()).rejects.toThrow('try again later');
  });

  it('has nothing to do for one that has gone', async () => {
    const gone = {
      archived: false,
      outcome: expect.stringContaining('is not there any more'),
    };
    expect(await archive()).toEqual(gone);
    expect(await archive([])).toEqual(gone);
    await expect(archive([componentThere(other)])).rejects.toThrow(other);
  });

  it('is named by squadron:project:find', async () => {
    const find = findProject(portalWith([componentThere()]));
    expect(await runAction(find, { component: 'shop' })).toMatchObject({
      repository: '',
      onHost: 'shop',
    });
  });
});

it('squadron:git:archive says where to do it without a host', async () => {
  const portal = createPortal({
    auth: mockServices.auth(),
    directory: workspace.path,
    entities: [],
  });
  await expect(runAction(archiveOnHost(portal), input)).rejects.toThrow(
    'archive it where it lies',
  );
});
