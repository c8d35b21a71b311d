import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { GitAddresses, GitStore, readGitHost } from '@squadron/plugin-git-node';
import { startGitHost } from '@squadron/test-git-host';
import { NameCheck, type NameCheckOptions } from './NameCheck';

type Answer = Awaited<
  ReturnType<NameCheckOptions['environments']['environments']>
>;

// Each repository starts git some times, which takes long on a busy machine.
jest.setTimeout(60_000);

describe('a name', () => {
  const home = createMockDirectory();
  const store = new GitStore({ directory: home.resolve('git') });
  const addresses = new GitAddresses({
    appBaseUrl: 'http://localhost:3000',
    backendBaseUrl: 'http://localhost:7007',
  });
  const catalog = catalogServiceMock.mock({
    getEntityByRef: async ref =>
      ref === 'component:default/cart'
        ? { apiVersion: 'v1', kind: 'Component', metadata: { name: 'cart' } }
        : undefined,
  });
  const environment = (namespace: string, component: string) => ({
    namespace,
    component: `component:default/${component}`,
  });
  const items = [
    environment('dev-shop-main', 'shop'),
    environment('dev-shop', 'shop'),
  ];
  let answer: () => Promise<Answer>;

  const problemOf = (
    name: string,
    git: NameCheckOptions['git'],
    gitHost?: NameCheckOptions['gitHost'],
  ) =>
    new NameCheck({
      auth: mockServices.auth(),
      catalog,
      environments: { environments: () => answer() },
      git,
      gitHost,
      now: () => new Date(),
    }).problemOf(name);
  const problem = (name: string) => problemOf(name, { store, addresses });

  async function publish(name: string, until?: Date) {
    await store.create(name, {
      directory: home.path,
      branches: ['main'],
      creator: 'task-1',
      until,
      commit: { message: 'Add', author: { name: 'A', email: 'a@b.c' } },
    });
  }

  beforeEach(() => {
    home.setContent({ 'a.txt': 'a' });
    answer = async () => ({ items }) as Answer;
  });

  it('is free when nothing has it', async () => {
    expect(await problem('billing')).toBeUndefined();
    // An environment of a component of that name is its own.
    expect(await problem('shop')).toBeUndefined();
  });

  it.each(['Shop', 'a_b', '-shop', '', 'x'.repeat(54)])(
    'is one that a repository may have: %j is not',
    async name => {
      expect(await problem(name)).toContain('Use 1 to 53 lower-case letters');
    },
  );

  it('is taken by a repository, a component or an environment of another one', async () => {
    await publish('old');
    expect(await problem('old')).toBe('There is a repository old already.');
    expect(await problem('cart')).toBe('There is a component cart already.');
    expect(await problem('shop-main')).toBe(
      'The environment dev-shop-main belongs to component:default/shop.',
    );
  });

  it('may be free again soon, when a golden path did not end', async () => {
    await publish('half', new Date('2026-11-28T12:30:00Z'));
    expect(await problem('half')).toContain('free again at 12:30 UTC');
  });

  it.each(['github', 'gitlab'] as const)(
    'is taken by a repository on %s, and may be used when that does not answer',
    async kind => {
      const { url, integration, owner, make, stop } = await startGitHost({
        kind,
      });
      const publishTo = { host: integration.host, owner };
      const host = readGitHost(
        mockServices.rootConfig({
          data: {
            integrations: { [kind]: [{ ...integration }] },
            squadron: { git: { publishTo } },
          },
        }),
      );
      await make('orders');
      expect(await problemOf('billing', undefined, host)).toBeUndefined();
      expect(await problemOf('orders', undefined, host)).toBe(
        `${url}/acme/orders is there already.`,
      );
      await stop();
      expect(await problemOf('orders', undefined, host)).toBeUndefined();
    },
  );

  it('is asked for on the host once in half a minute, and again after a failure', async () => {
    let second = 0;
    let isDown = true;
    const has = jest.fn(async () => {
      if (isDown) throw new Error('The host is down');
      return true;
    });
    const names = new NameCheck({
      auth: mockServices.auth(),
      catalog,
      environments: { environments: () => answer() },
      git: undefined,
      gitHost: { has, page: name => `page of ${name}` },
      now: () => new Date(second * 1_000),
    });
    expect(await names.problemOf('orders')).toBeUndefined();
    isDown = false;
    const taken = 'page of orders is there already.';
    expect(await names.problemOf('orders')).toBe(taken);
    second = 29;
    expect(await names.problemOf('orders')).toBe(taken);
    expect(has).toHaveBeenCalledTimes(2);
    second = 30;
    await names.problemOf('orders');
    expect(has).toHaveBeenCalledTimes(3);
    for (let i = 0; i < 300; i += 1) await names.problemOf(`name-${i}`);
    await names.problemOf('name-299');
    expect(has).toHaveBeenCalledTimes(303);
    await names.problemOf('orders');
    expect(has).toHaveBeenCalledTimes(304);
  });

  it('needs no environments and no repositories of the portal', async () => {
    answer = async () => {
      throw new Error('There is no such plugin');
    };
    expect(await problem('shop-main')).toBeUndefined();
    expect(await problemOf('billing', undefined)).toBeUndefined();
    expect(await problemOf('cart', undefined)).toContain('component cart');
  });
});
