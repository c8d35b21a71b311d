import { goldenPathsContract } from '@squadron/plugin-golden-paths-common';
import { createPluginServer } from '../__testUtils__/pluginServer';
import { runAction } from '../__testUtils__/runAction';
import { createPluginClient } from '../services/pluginClient';
import { updateFromTemplate } from './updateFromTemplate';

const path = '/projects/shop/update';
const change = (file: string) => ({ path: file, kind: 'changed', diff: '' });
const update = {
  component: 'shop',
  template: 'template:default/node-service',
  templateTitle: 'Node service',
  from: '1.0.0',
  to: '1.1.0',
  isOutdated: true,
  changes: [change('a'), change('b')],
  conflicts: [],
};

describe('squadron:template:update', () => {
  const { asked, answers, options, start, stop } = createPluginServer();
  const action = updateFromTemplate(
    createPluginClient(goldenPathsContract, options),
  );
  const input = { component: 'component:default/shop' };

  beforeAll(start);
  afterAll(stop);
  beforeEach(() => {
    asked.length = 0;
    answers.clear();
    answers.set(`GET ${path}`, { status: 200, body: update });
    answers.set(`POST ${path}`, {
      status: 200,
      body: { ...update, commit: 'abc' },
    });
  });

  it('merges in the name of the person', async () => {
    expect(await runAction(action, input)).toEqual({
      from: '1.0.0',
      to: '1.1.0',
      commit: 'abc',
      changes: 2,
      conflicts: [],
    });
    expect(asked).toMatchObject([
      {
        what: `POST ${path}`,
        token: expect.stringContaining('user:default/mock'),
      },
    ]);
  });

  it('does not wait for the answer of a task that is cancelled', async () => {
    const cancelling = new AbortController();
    const work = runAction(action, input, { signal: cancelling.signal });
    cancelling.abort(new Error('Cancelled'));
    await expect(work).rejects.toThrow('Cancelled');
  });

  it('updates nothing of the same name in another namespace', async () => {
    const other = { component: 'component:other/shop' };
    await expect(runAction(action, other)).rejects.toThrow(
      'component:other/shop is not in the namespace default',
    );
    expect(asked).toEqual([]);
  });

  it('fails with the files in conflict, and what to do', async () => {
    answers.set(`POST ${path}`, {
      status: 200,
      body: { ...update, conflicts: [change('Dockerfile'), change('ci.yaml')] },
    });
    await expect(runAction(action, input)).rejects.toThrow(
      'have changed the same lines of Dockerfile, ci.yaml. Merge its branch `template`',
    );
  });

  it.each([{ files: [] }, { files: ['Dockerfile'] }])(
    'leaves the merge to people on a host, also with conflicts (%p)',
    async ({ files }) => {
      const mergeRequest = 'https://github.com/acme/shop/pull/7';
      const conflicts = files.map(change);
      answers.set(`POST ${path}`, {
        status: 200,
        body: { ...update, host: 'github', mergeRequest, conflicts },
      });
      expect(await runAction(action, input)).toEqual({
        from: '1.0.0',
        to: '1.1.0',
        mergeRequest,
        changes: 2,
        conflicts: files,
      });
    },
  );

  it('only asks in a dry run', async () => {
    expect(await runAction(action, input, { isDryRun: true })).toEqual({
      from: '1.0.0',
      to: '1.1.0',
      changes: 2,
      conflicts: [],
    });
    expect(asked.map(({ what }) => what)).toEqual([`GET ${path}`]);
  });

  it('fails with what golden paths say', async () => {
    const message = 'This needs the permission "golden-paths.project.update"';
    answers.set(`POST ${path}`, {
      status: 403,
      body: {
        error: { name: 'NotAllowedError', message },
        response: { statusCode: 403 },
      },
    });
    await expect(runAction(action, input)).rejects.toThrow(message);
  });
});
