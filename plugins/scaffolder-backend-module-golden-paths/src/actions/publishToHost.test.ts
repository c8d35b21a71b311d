import { createMockDirectory } from '@backstage/backend-test-utils';
import { type GitHost, GitStore } from '@squadron/plugin-git-node';
import { startHost } from '../__testUtils__/host';
import { mockAuditor } from '../__testUtils__/mockAuditor';
import { runAction } from '../__testUtils__/runAction';

// Each step starts git some times, which takes long on a busy machine.
jest.setTimeout(60_000);

const workspace = createMockDirectory();
const { auditor, event } = mockAuditor();
const input = {
  name: 'shop',
  owner: 'group:default/squad-b-1',
  description: 'Sells things',
  message: 'Create',
};

beforeEach(() => {
  jest.clearAllMocks();
  workspace.setContent({
    'catalog-info.yaml': 'kind: Component\n',
    '.gitignore': 'kept.txt\n',
    'kept.txt': 'What a template writes is meant',
  });
});

describe.each([
  {
    kind: 'github' as const,
    definition: 'blob/main/catalog-info.yaml',
    makes: '/api/v3/orgs/acme/repos',
    mergesOnly: { allow_squash_merge: false, allow_rebase_merge: false },
  },
  {
    kind: 'gitlab' as const,
    definition: '-/blob/main/catalog-info.yaml',
    makes: '/api/v4/projects',
    mergesOnly: { squash_option: 'never', merge_method: 'merge' },
  },
])(
  'squadron:git:publish to $kind',
  ({ kind, definition, makes, mergesOnly }) => {
    let started: Awaited<ReturnType<typeof startHost>>;
    beforeEach(async () => {
      started = await startHost(kind);
    });
    afterEach(() => started.server.stop());

    function publish(
      host: GitHost,
      more: Parameters<typeof runAction>[2] = {},
    ) {
      const action = started.publishOn(host, { auditor });
      return runAction(action, input, {
        workspacePath: workspace.path,
        ...more,
      });
    }
    const published = () =>
      new GitStore({ directory: `${started.server.path('shop')}/..` });
    const makings = () =>
      started.server.requests.filter(
        ({ method, path }) => method === 'POST' && path === makes,
      );

    it('makes a repository with the workspace on both branches', async () => {
      const { server, open } = started;
      const outputs = await publish(open());
      expect(outputs).toEqual({
        created: true,
        commit: await published().commitOf('shop', 'main'),
        cloneUrl: `${server.url}/acme/shop.git`,
        repositoryUrl: `${server.url}/acme/shop`,
        catalogInfoUrl: `${server.url}/acme/shop/${definition}`,
      });
      expect(await published().commitOf('shop', 'template')).toBe(
        outputs.commit,
      );
      expect(await published().files('shop', 'main')).toEqual([
        '.gitignore',
        'catalog-info.yaml',
        'kept.txt',
      ]);
      expect(makings().map(({ body }) => body)).toEqual([
        expect.objectContaining({
          name: 'shop',
          description: 'Sells things',
          visibility: 'private',
          ...mergesOnly,
        }),
      ]);
    });

    it('answers the same when the task runs again', async () => {
      const checkpoints = new Map<string, unknown>();
      const first = await publish(started.open(), { checkpoints });
      workspace.setContent({ other: 'content' });
      expect(await publish(started.open(), { checkpoints })).toEqual(first);
      expect(makings()).toHaveLength(1);
    });

    it('fills what it has made when the task is tried again', async () => {
      const checkpoints = new Map<string, unknown>();
      const { server, open } = started;
      const host = open();
      const { password, ...access } = await host.access('shop');
      const refused = Object.assign(host, {
        access: async () => ({ ...access, password: `${password}-old` }),
      });
      const error = await publish(refused, { checkpoints }).catch(said => said);
      expect(error.message).toContain(
        `${server.url}/acme/shop was made and stays, but is not finished: see to the reason, then POST /api/scaffolder/v2/tasks/task-1/retry goes on from there`,
      );
      expect(error.stack).not.toContain(password);
      expect(event.fail).toHaveBeenCalledTimes(1);

      const { commit } = await publish(open(), { checkpoints });
      expect(await published().commitOf('shop', 'template')).toBe(commit);
      expect(makings()).toHaveLength(1);
    });

    it('touches nothing that something else has made', async () => {
      const { server, open } = started;
      await server.make('shop');
      const taken = `${server.url}/acme/shop is there already: choose another name`;
      await expect(publish(open())).rejects.toThrow(taken);
      await expect(publish(open(), { isDryRun: true })).rejects.toThrow(taken);
      expect(server.requests.filter(each => each.method !== 'GET')).toEqual([]);
    });

    it('makes one repository of two at once', async () => {
      const both = await Promise.allSettled(
        ['task-1', 'task-2'].map(task => publish(started.open(), { task })),
      );
      const refusals = both.flatMap(each =>
        each.status === 'rejected' ? each.reason.message : [],
      );
      expect(refusals).toEqual([
        expect.stringContaining('choose another name'),
      ]);
    });

    it('makes nothing in a dry run', async () => {
      const { server, open } = started;
      const outputs = await publish(open(), { isDryRun: true });
      expect(outputs).toMatchObject({ created: false });
      expect(server.requests.filter(each => each.method !== 'GET')).toEqual([]);
    });

    it('stands in the audit log with its address', async () => {
      await publish(started.open());
      expect(auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({
          eventId: 'create-repository',
          meta: expect.objectContaining({
            repository: `${started.server.url}/acme/shop`,
            task: 'task-1',
          }),
        }),
      );
      expect(event.success).toHaveBeenCalledTimes(1);
    });
  },
);
