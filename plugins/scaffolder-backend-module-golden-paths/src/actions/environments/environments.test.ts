import { createMockDirectory } from '@backstage/backend-test-utils';
import { GitAddresses, GitStore } from '@squadron/plugin-git-node';
import { mockAuditor } from '../../__testUtils__/mockAuditor';
import { createPluginServer } from '../../__testUtils__/pluginServer';
import { runAction } from '../../__testUtils__/runAction';
import { createEnvironmentsClient } from '../../services/createEnvironmentsClient';
import { deleteEnvironment, extendEnvironment } from './changeEnvironment';
import { createEnvironment } from './createEnvironment';
import { promoteEnvironment } from './promoteEnvironment';

// Each step starts git some times, which takes long on a busy machine.
jest.setTimeout(60_000);

const place = { cluster: 'one', namespace: 'dev-shop' };
const made = { ...place, expiresAt: '2026-03-01T12:30:00Z', created: true };

describe('the actions of environments', () => {
  const { asked, answers, options, start, stop } = createPluginServer();
  const home = createMockDirectory();
  const files = createMockDirectory({ content: { a: '1' } });
  const store = new GitStore({ directory: home.resolve('git') });
  const addresses = new GitAddresses({
    appBaseUrl: 'http://localhost:3000',
    backendBaseUrl: 'http://localhost:7007',
  });
  const git = { store, addresses };
  const environments = createEnvironmentsClient(options);
  const { auditor } = mockAuditor();
  const written = () => asked.filter(({ what }) => !what.startsWith('GET'));

  beforeAll(start);
  afterAll(stop);
  beforeEach(() => {
    home.clear();
    asked.length = 0;
    answers.clear();
    answers.set('GET /clusters', {
      status: 200,
      body: { items: [{ name: 'one', title: 'One' }] },
    });
    answers.set('POST /environments', { status: 201, body: made });
  });

  describe('squadron:environment:create', () => {
    const create = createEnvironment(environments);
    const input = {
      component: 'shop',
      owner: 'group:default/squad-b-1',
      labels: { a: 'b' },
    };

    it('makes one for the task, in the name of the person', async () => {
      expect(await runAction(create, input)).toMatchObject({
        available: true,
        ...made,
      });
      expect(written()).toEqual([
        {
          what: 'POST /environments',
          body: { ...input, task: 'task-1' },
          token: expect.stringContaining('"obo":"user:default/mock"'),
        },
      ]);
    });

    it('says so where there is no cluster, and goes on', async () => {
      answers.set('GET /clusters', { status: 200, body: { items: [] } });
      expect(await runAction(create, input)).toEqual({
        available: false,
        created: false,
        environmentsUrl: '/environments',
        message: expect.stringContaining('the portal has no cluster'),
      });
      expect(written()).toEqual([]);
    });

    it('fails without a cluster where nothing else is wanted', async () => {
      answers.set('GET /clusters', { status: 200, body: { items: [] } });
      await expect(
        runAction(create, { ...input, required: true }),
      ).rejects.toThrow('adds it to `kubernetes.clusterLocatorMethods`');
    });

    it('makes nothing in a dry run', async () => {
      expect(await runAction(create, input, { isDryRun: true })).toMatchObject({
        available: true,
        created: false,
      });
      expect(written()).toEqual([]);
    });

    it('fails with what environments says', async () => {
      answers.set('POST /environments', {
        status: 409,
        body: {
          error: { name: 'ConflictError', message: 'dev-shop is of another' },
        },
      });
      await expect(runAction(create, input)).rejects.toThrow(
        'dev-shop is of another',
      );
    });
  });

  describe('squadron:environment:promote', () => {
    const promote = promoteEnvironment(environments, { auditor, git });
    const path = 'POST /environments/one/dev-shop/promote';
    const publish = (task: string) =>
      store.create('shop', {
        directory: files.path,
        branches: ['main'],
        creator: `task:${task}`,
        until: new Date(made.expiresAt),
        commit: { message: 'Create', author: { name: 'A', email: 'a@b.c' } },
      });

    it('keeps the environment and then the repository', async () => {
      await publish('task-1');
      answers.set(path, { status: 200, body: { ...made, expiresAt: 'later' } });
      expect(
        await runAction(promote, { ...place, repository: 'shop' }),
      ).toEqual({ expiresAt: 'later' });
      expect(await store.keptUntil('shop')).toBeUndefined();
    });

    it('keeps no repository when the environment cannot be kept', async () => {
      await publish('task-1');
      await expect(
        runAction(promote, { ...place, repository: 'shop' }),
      ).rejects.toThrow();
      expect(await store.keptUntil('shop')).toBeDefined();
    });

    it('keeps the repository alone where there is no environment', async () => {
      await publish('task-1');
      await runAction(promote, { repository: 'shop' });
      expect(await store.keptUntil('shop')).toBeUndefined();
      expect(asked).toEqual([]);
    });

    it('says so when the repository has gone or is of another task, before it keeps anything', async () => {
      const input = { ...place, repository: 'shop' };
      await expect(runAction(promote, input)).rejects.toThrow(
        'The repository shop has gone',
      );
      await publish('task-2');
      await expect(runAction(promote, input)).rejects.toThrow(
        'made by something else',
      );
      expect(await store.keptUntil('shop')).toBeDefined();
      expect(asked).toEqual([]);
    });

    it('keeps nothing in a dry run', async () => {
      await publish('task-1');
      const input = { ...place, repository: 'shop' };
      await runAction(promote, input, { isDryRun: true });
      expect(await store.keptUntil('shop')).toBeDefined();
      expect(asked).toEqual([]);
    });
  });

  it('extends by hours from now', async () => {
    const what = 'POST /environments/one/dev-shop/extend';
    answers.set(what, { status: 200, body: { ...made, expiresAt: 'later' } });
    const extend = extendEnvironment(environments);
    expect(await runAction(extend, { ...place, hours: 24 })).toEqual({
      expiresAt: 'later',
    });
    expect(written()).toMatchObject([{ what, body: { hours: 24 } }]);
    await runAction(extend, { ...place, hours: 24 }, { isDryRun: true });
    expect(written()).toHaveLength(1);
  });

  it('deletes, and takes it for done when it has gone', async () => {
    const remove = deleteEnvironment(environments);
    answers.set('DELETE /environments/one/dev-shop', { status: 204 });
    expect(await runAction(remove, place)).toEqual({ deleted: true });
    answers.clear();
    expect(await runAction(remove, place)).toEqual({ deleted: false });
    answers.set('DELETE /environments/one/dev-shop', {
      status: 403,
      body: { error: { name: 'NotAllowedError', message: 'Ask a lead' } },
    });
    await expect(runAction(remove, place)).rejects.toThrow('Ask a lead');
    asked.length = 0;
    await runAction(remove, place, { isDryRun: true });
    expect(asked).toEqual([]);
  });
});
