import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { GitAddresses, GitStore } from '@squadron/plugin-git-node';
import { goldenPathsProjectCreatePermission } from '@squadron/plugin-golden-paths-common';
import { mockAuditor } from '../__testUtils__/mockAuditor';
import { runAction } from '../__testUtils__/runAction';
import { PortalPublisher } from '../services/PortalPublisher';
import { publishRepository } from './publishRepository';

// Each step starts git some times, which takes long on a busy machine.
jest.setTimeout(60_000);

const home = createMockDirectory();
const workspace = createMockDirectory();
const git = {
  store: new GitStore({ directory: home.resolve('git') }),
  addresses: new GitAddresses({
    appBaseUrl: 'http://localhost:3000',
    backendBaseUrl: 'http://localhost:7007',
  }),
};
const run: typeof runAction = (action, input, more) =>
  runAction(action, input, { workspacePath: workspace.path, ...more });
const { auditor, event } = mockAuditor();
const publisher = new PortalPublisher({
  git,
  unkeptMinutes: 30,
  now: () => new Date('2026-03-01T12:00:00Z'),
});
const rest = {
  auditor,
  auth: mockServices.auth(),
  catalog: catalogServiceMock(),
  publisher,
};

beforeEach(() => {
  jest.clearAllMocks();
  home.clear();
  workspace.setContent({ 'catalog-info.yaml': 'kind: Component\n' });
});

describe('squadron:git:publish', () => {
  const asked: unknown[] = [];
  const anybody = {
    require: async (...question: unknown[]) => {
      asked.push(question);
    },
  };
  const publish = publishRepository({ projects: anybody, ...rest });
  const owner = 'group:default/squad-b-1';
  const input = { name: 'shop', owner, message: 'Create' };

  it('publishes the workspace, and answers the same when the task runs again', async () => {
    const first = await run(publish, input);
    expect(first).toEqual({
      created: true,
      commit: await git.store.commitOf('shop', 'main'),
      cloneUrl: 'http://localhost:7007/api/git/repositories/shop.git',
      repositoryUrl: 'http://localhost:3000/git/shop/tree/main/',
      catalogInfoUrl:
        'http://localhost:3000/git/shop/blob/main/catalog-info.yaml',
      repository: 'shop',
    });
    expect(await run(publish, input)).toEqual(first);
    expect(await git.store.commitOf('shop', 'template')).toBe(first.commit);
  });

  it('never touches what another task has made', async () => {
    const { commit } = await run(publish, input);
    workspace.setContent({ other: 'content' });
    await expect(run(publish, input, { task: 'task-2' })).rejects.toThrow(
      'There is a repository shop already',
    );
    await expect(run(publish, input, { isDryRun: true })).rejects.toThrow(
      'There is a repository shop already',
    );
    expect(await git.store.commitOf('shop', 'main')).toBe(commit);
  });

  it('makes nothing of a name that the catalog has from elsewhere', async () => {
    const from = 'url:https://example.com/catalog-info.yaml';
    const entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'shop',
        annotations: { 'backstage.io/managed-by-location': from },
      },
    };
    const taken = publishRepository({
      ...rest,
      projects: anybody,
      catalog: catalogServiceMock({ entities: [entity] }),
    });
    await expect(run(taken, input)).rejects.toThrow(
      `The catalog has component:default/shop already, from ${from}`,
    );
    expect(await git.store.list()).toEqual([]);
    const place = { name: 'shop', ref: 'main', path: 'catalog-info.yaml' };
    entity.metadata.annotations['backstage.io/managed-by-location'] =
      `url:${git.addresses.of(place)}`;
    expect(await run(taken, input)).toMatchObject({ created: true });
  });

  it('publishes only for a group for which the person may make something', async () => {
    const projects = {
      require: async () => {
        throw new NotAllowedError('ask somebody of that group');
      },
    };
    await expect(
      run(publishRepository({ projects, ...rest }), input),
    ).rejects.toThrow('ask somebody of that group');
    expect(await git.store.list()).toEqual([]);
    await run(publish, input);
    expect(asked.at(-1)).toEqual([
      goldenPathsProjectCreatePermission,
      expect.anything(),
      owner,
    ]);
  });

  it('stands in the audit log, with who did it and how it went', async () => {
    await run(publish, input);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'create-repository',
        meta: {
          repository: 'shop',
          owner,
          task: 'task-1',
          by: 'user:default/engineer-b-1',
        },
      }),
    );
    expect(event.success).toHaveBeenCalledTimes(1);
    await expect(run(publish, input, { task: 'task-2' })).rejects.toThrow();
    expect(event.fail).toHaveBeenCalledTimes(1);
  });

  it('lets it go after half an hour unless it is kept', async () => {
    await run(publish, input);
    expect(await git.store.keptUntil('shop')).toEqual(
      new Date('2026-03-01T12:30:00Z'),
    );
  });

  it('writes nothing in a dry run', async () => {
    expect(await run(publish, input, { isDryRun: true })).toMatchObject({
      created: false,
    });
    expect(await git.store.list()).toEqual([]);
  });

  it('says what to do where there is neither a host nor a folder', async () => {
    await expect(
      run(
        publishRepository({
          ...rest,
          projects: anybody,
          publisher: undefined,
        }),
        input,
      ),
    ).rejects.toThrow('There is nowhere to publish to: name GitHub or GitLab');
  });
});
