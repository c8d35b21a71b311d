import { createMockDirectory } from '@backstage/backend-test-utils';
import { parseEntityRef } from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { GitStore } from '@squadron/plugin-git-node';
import { PROVENANCE_FILE } from '@squadron/plugin-golden-paths-common';
import { startHost } from '../__testUtils__/host';
import { componentOf } from '../__testUtils__/project';
import { runAction } from '../__testUtils__/runAction';
import { startScaffolder } from '../__testUtils__/scaffolder';
import { entityOf, readTemplates } from '../__testUtils__/templates';

// A backend starts, and a golden path runs as a whole.
jest.setTimeout(120_000);

describe.each(['github', 'gitlab'] as const)('a golden path on %s', kind => {
  it('publishes, registers and tells how to clone it', async () => {
    const { server, data, open } = await startHost(kind);
    const templates = await readTemplates();
    const template = templates.find(({ id }) => id === 'typescript-library');
    if (!template) throw new Error('There is no such golden path');
    const [{ values }] = template.fixtures;
    const name = String(values.name);

    const registered: string[] = [];
    const catalog = catalogServiceMock.mock({
      async addLocation({ target }) {
        if (registered.includes(target)) throw new ConflictError('There is');
        registered.push(target);
        const location = { id: '1', type: 'url', target };
        return {
          location: { ...location, entityRef: 'location:default/1' },
          entities: [],
        };
      },
      async getEntityByRef(ref) {
        const wanted = parseEntityRef(ref).kind.toLocaleLowerCase('en-US');
        if (wanted === 'template') return entityOf(template);
        return registered.length > 0
          ? { apiVersion: 'v1', kind: 'Component', metadata: { name } }
          : undefined;
      },
    });
    const scaffolder = await startScaffolder({
      git: data.squadron.git,
      integrations: data.integrations,
      catalog,
    });

    const log = await scaffolder.run(
      'template:default/typescript-library',
      values,
    );
    expect(log).toContain('Run completed with status: completed');
    expect(log).toContain(`git clone ${server.url}/acme/${name}.git`);
    expect(log).not.toContain('git credential');
    expect(log).not.toContain(server.integration.token);
    expect(registered).toEqual([open().definition(name)]);
    const store = new GitStore({ directory: `${server.path(name)}/..` });
    expect(await store.files(name, 'template')).toContain(PROVENANCE_FILE);
    expect(await store.commitOf(name, 'main')).toBe(
      await store.commitOf(name, 'template'),
    );
    await scaffolder.stop();
    await server.stop();
  });

  it('decommissions what it has published there', async () => {
    const workspace = createMockDirectory({
      content: { 'catalog-info.yaml': 'kind: Component\n' },
    });
    const { server, data, open, publishOn } = await startHost(kind);
    const owner = 'group:default/squad-b-1';
    await runAction(
      publishOn(open()),
      { name: 'shop', owner, message: 'Create' },
      { workspacePath: workspace.path },
    );
    const component = componentOf('shop', { owner });
    const location = `url:${open().definition('shop')}`;
    component.metadata.annotations = {
      'backstage.io/managed-by-location': location,
      'backstage.io/managed-by-origin-location': location,
    };
    const scaffolder = await startScaffolder({
      git: data.squadron.git,
      integrations: data.integrations,
      entities: [component],
    });
    const templates = await readTemplates();
    const { body } = await scaffolder.dryRun(
      templates.find(({ id }) => id === 'decommission')!,
      { component: 'component:default/shop', confirmation: 'shop' },
    );
    expect(body.output.text).toEqual([
      {
        title: 'Decommissioned',
        content: expect.stringContaining(
          `Would archive its repository ${open().page('shop')}.`,
        ),
      },
    ]);
    await scaffolder.stop();
    await server.stop();
  });
});
