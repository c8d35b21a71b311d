import { execFileSync } from 'node:child_process';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { FileChange } from '@squadron/plugin-golden-paths-common';
import { parse } from 'yaml';
import { setupPortal } from '../__testUtils__/portal';
import {
  componentEntity,
  editMain,
  makeProject,
} from '../__testUtils__/project';
import {
  firstContent,
  greeting,
  secondContent,
  values,
} from '../__testUtils__/templates';

// A backend starts with the scaffolder, renders golden paths, and starts git many times.
jest.setTimeout(120_000);

const path = '/projects/shop/update';

describe('the update of a project', () => {
  const portal = setupPortal();
  const { store } = portal;

  const look = async () => (await portal.send('get', path)).body;
  const heads = () =>
    Promise.all(['main', 'template'].map(ref => store.commitOf('shop', ref)));
  const text = async (file: string) =>
    String(await store.readFile('shop', 'main', file));
  const gitThere = (...args: string[]) =>
    execFileSync('git', [`--git-dir=${store.path('shop')}`, ...args], {
      encoding: 'utf8',
    });
  const kinds = (changes: FileChange[]) =>
    changes.map(change => [change.path, change.kind]);
  const bringOut = (content = secondContent) =>
    portal.putTemplate(content, { version: '1.1.0' });

  /** Who asks may update projects of some groups, and do all else. */
  function answerFor(groups: string[]) {
    const resourceType = 'golden-path-project';
    const conditional: PolicyDecision = {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'golden-paths',
      resourceType,
      conditions: { rule: 'WITHIN_GROUPS', resourceType, params: { groups } },
    };
    portal.permissions.authorizeConditional.mockImplementation(async asked =>
      asked.map(({ permission }) =>
        permission.name === 'golden-paths.project.update'
          ? conditional
          : { result: AuthorizeResult.ALLOW },
      ),
    );
  }

  beforeEach(async () => {
    await portal.putTemplate(firstContent);
    await makeProject(portal);
  });

  it('has nothing to say while there is no newer version', async () => {
    await portal.putTemplate(secondContent);
    const before = await heads();
    const { status, body } = await portal.send('post', path);
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        component: 'shop',
        template: greeting,
        templateTitle: 'Greeting',
        from: '1.0.0',
        to: '1.0.0',
        isOutdated: false,
        changes: [],
        conflicts: [],
        commit: before[0],
      },
    });
    expect(await heads()).toEqual(before);
  });

  it('shows what a newer version would change, and leaves nothing behind', async () => {
    await bringOut();
    const state = async () => [
      ...(await heads()),
      gitThere('count-objects', '-v'),
    ];
    const before = await state();
    const found = await look();
    expect(await state()).toEqual(before);
    expect(found).toMatchObject({
      from: '1.0.0',
      to: '1.1.0',
      isOutdated: true,
      conflicts: [],
    });
    expect(kinds(found.changes)).toEqual([
      ['.squadron/golden-path.yaml', 'changed'],
      ['README.md', 'changed'],
      ['catalog-info.yaml', 'changed'],
      ['config.yaml', 'added'],
    ]);
    expect(found.changes[1].diff).toContain('-# shop\n+# shop, better\n');
  });

  it('brings it in, with what people have changed and added', async () => {
    const mine = (await text('README.md')).replace('The end.', 'My end.');
    await editMain(portal, { 'README.md': mine, 'own.txt': 'mine\n' });
    await bringOut();
    const { body } = await portal.send('post', path);
    expect(body).toMatchObject({
      from: '1.0.0',
      to: '1.1.0',
      isOutdated: false,
      conflicts: [],
      commit: await store.commitOf('shop', 'main'),
    });
    const merged = mine.replace('# shop', '# shop, better');
    expect(await text('README.md')).toBe(merged);
    expect(await text('own.txt')).toBe('mine\n');
    expect(parse(await text('.squadron/golden-path.yaml'))).toEqual({
      template: greeting,
      version: '1.1.0',
      values: { ...values, port: 8080 },
    });
    // The form has the field since this version, with a default.
    expect(await text('config.yaml')).toBe('port: 8080\n');
    expect(portal.catalog.refreshEntity).toHaveBeenCalledWith(
      'component:default/shop',
      expect.anything(),
    );
  });

  it('does nothing the second time', async () => {
    await bringOut();
    const { body: first } = await portal.send('post', path);
    const before = await heads();
    const { body: second } = await portal.send('post', path);
    expect(second).toMatchObject({
      from: '1.1.0',
      changes: [],
      commit: first.commit,
    });
    expect(await heads()).toEqual(before);
  });

  it('is done once, of two who ask at the same time', async () => {
    await bringOut();
    const answers = await Promise.all(
      [1, 2].map(() => portal.send('post', path)),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter(status => status === 200)).not.toEqual([]);
    expect(statuses.filter(status => ![200, 409].includes(status))).toEqual([]);
    const merges = gitThere('rev-list', '--merges', 'main');
    expect(merges.trim().split('\n')).toHaveLength(1);
  });

  it('shows conflicts with both sides, and leaves main as it is', async () => {
    const mine = (await text('README.md')).replace('# shop', '# My shop');
    const before = await editMain(portal, { 'README.md': mine });
    await bringOut();
    const { body } = await portal.send('post', path);
    expect(kinds(body.conflicts)).toEqual([['README.md', 'changed']]);
    expect(body.conflicts[0].diff).toContain('+<<<<<<< main\n # My shop\n');
    expect(body.conflicts[0].diff).toContain(
      '+# shop, better\n+>>>>>>> template\n',
    );
    expect(body).toMatchObject({ isOutdated: true, from: '1.0.0' });
    expect(body).not.toHaveProperty('commit');
    expect(await store.commitOf('shop', 'main')).toBe(before);
    // There for a merge by hand, and shown again until then.
    expect(
      String(await store.readFile('shop', 'template', 'README.md')),
    ).toContain('better');
    expect((await look()).conflicts).toEqual(body.conflicts);
  });

  it('keeps programs programs', async () => {
    await bringOut();
    await portal.send('post', path);
    const modes = gitThere('ls-tree', 'main');
    expect(modes).toMatch(/^100755 .*\trun\.sh$/m);
    expect(modes).toMatch(/^100644 .*\told\.txt$/m);
  });

  it.each(['Component', 'API'])(
    'is nobody’s who may not change what each owner has (%s)',
    async kind => {
      await bringOut();
      const before = await heads();
      const owner = 'group:default/squad-c-1';
      const change = { name: 'orders', repository: 'shop', owner };
      const entity = { ...componentEntity(portal, change), kind };
      portal.entities.set(stringifyEntityRef(entity), entity);
      answerFor(['group:default/squad-b-1']);
      const { status, body } = await portal.send('post', path);
      expect(status).toBe(403);
      expect(body.error.message).toContain(`for ${owner}`);
      expect(await heads()).toEqual(before);
      answerFor(['group:default/squad-b-1', owner]);
      expect((await portal.send('post', path)).status).toBe(200);
    },
  );

  it('moves nothing when nobody waits for it any more', async () => {
    await bringOut();
    const before = await heads();
    expect(await portal.leave(path)).toBe('fail');
    expect(await heads()).toEqual(before);
  });

  it('is nobody’s while something in its file has no owner', async () => {
    await bringOut();
    const before = await heads();
    const change = { name: 'orders', repository: 'shop' };
    const entity = { ...componentEntity(portal, change), relations: [] };
    portal.entities.set(stringifyEntityRef(entity), entity);
    const { status, body } = await portal.send('post', path);
    expect(status).toBe(400);
    expect(body.error.message).toContain('orders has no owner');
    expect(await heads()).toEqual(before);
  });
});
