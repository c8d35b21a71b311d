import {
  createMockDirectory,
  mockCredentials,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { GitAddresses, GitStore } from '@squadron/plugin-git-node';
import { mockAuditor } from '../__testUtils__/mockAuditor';
import { runAction } from '../__testUtils__/runAction';
import { ensureInCatalog } from './ensureInCatalog';

// Each step starts git some times, which takes long on a busy machine.
jest.setTimeout(60_000);

const component = 'kind: Component\nmetadata: { name: shop }\n';
const home = createMockDirectory();
const workspace = createMockDirectory({
  content: { 'catalog-info.yaml': component },
});
const git = {
  store: new GitStore({ directory: home.resolve('git') }),
  addresses: new GitAddresses({
    appBaseUrl: 'http://localhost:3000',
    backendBaseUrl: 'http://localhost:7007',
  }),
};

beforeEach(() => {
  home.clear();
  workspace.setContent({ 'catalog-info.yaml': component });
});

describe('squadron:catalog:ensure', () => {
  const own = mockCredentials.service();
  const auth = mockServices.auth.mock({
    getOwnServiceCredentials: async () => own,
  });
  const publish = async (creator: string) => {
    await git.store.create('shop', {
      directory: workspace.path,
      branches: ['main'],
      creator,
      commit: { message: 'Create', author: { name: 'A', email: 'a@b.c' } },
    });
    const path = 'catalog-info.yaml';
    return git.addresses.of({ name: 'shop', ref: 'main', path });
  };
  const { auditor } = mockAuditor();
  const rest = {
    auditor,
    auth,
    git,
    gitHost: undefined,
    projects: { require: async () => {} },
    reader: mockServices.urlReader.mock(),
  };
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'shop' },
  };

  function catalogOf(seenAfter = 0) {
    const targets: string[] = [];
    const callers: unknown[] = [];
    let looks = 0;
    const catalog: Pick<CatalogService, 'addLocation' | 'getEntityByRef'> = {
      async addLocation({ target }, { credentials }) {
        callers.push(credentials);
        if (targets.includes(target)) throw new ConflictError('There is one');
        targets.push(target);
        return {
          location: {
            id: '1',
            type: 'url',
            target,
            entityRef: 'location:default/1',
          },
          entities: [],
        };
      },
      async getEntityByRef() {
        looks += 1;
        return looks > seenAfter ? entity : undefined;
      },
    };
    return { catalog, targets, callers };
  }
  const input = (target: string) => ({
    catalogInfoUrl: target,
    entityRef: 'component:default/shop',
  });

  it('registers what the task has published, for anybody and once', async () => {
    const target = await publish('task:task-1');
    const { catalog, targets, callers } = catalogOf(2);
    const ensure = ensureInCatalog({ ...rest, catalog });
    expect(await runAction(ensure, input(target))).toEqual({
      created: true,
      entityRef: 'component:default/shop',
    });
    expect(await runAction(ensure, input(target))).toMatchObject({
      created: false,
    });
    expect(targets).toEqual([target]);
    expect(callers).toEqual([own, own]);
  });

  it('registers other files only with the rights of who asks', async () => {
    const { catalog, callers } = catalogOf();
    const ensure = ensureInCatalog({ ...rest, catalog });
    await runAction(ensure, input('https://github.com/org/x/blob/main/a.yaml'));
    await runAction(ensure, input(await publish('task:another')));
    expect(callers).toHaveLength(2);
    expect(callers).not.toContain(own);
  });

  it('registers nothing in a dry run', async () => {
    const { catalog, targets } = catalogOf();
    const ensure = ensureInCatalog({ ...rest, catalog });
    await runAction(ensure, input('https://x/y'), { isDryRun: true });
    expect(targets).toEqual([]);
  });

  it.each([
    [
      'a second entity',
      `${component}---\nkind: Group\nmetadata: { name: mine }\n`,
    ],
    ['another kind', 'kind: Location\nmetadata: { name: shop }\n'],
    ['another name', 'kind: Component\nmetadata: { name: other }\n'],
  ])('registers no file with %s in the name of the portal', async (_, text) => {
    workspace.setContent({ 'catalog-info.yaml': text });
    const { catalog, targets } = catalogOf();
    const ensure = ensureInCatalog({ ...rest, catalog });
    await expect(
      runAction(ensure, input(await publish('task:task-1'))),
    ).rejects.toThrow('must define component:default/shop and nothing else');
    expect(targets).toEqual([]);
  });

  it('takes no component of another place for its own', async () => {
    const { catalog, targets } = catalogOf();
    const elsewhere = {
      ...entity,
      metadata: {
        name: 'shop',
        annotations: { 'backstage.io/managed-by-location': 'url:http://x/y' },
      },
    };
    catalog.getEntityByRef = async () => elsewhere;
    const ensure = ensureInCatalog({ ...rest, catalog });
    await expect(
      runAction(ensure, input(await publish('task:task-1'))),
    ).rejects.toThrow('The catalog has component:default/shop already');
    expect(targets).toEqual([]);
  });
});
