import {
  createMockDirectory,
  mockCredentials,
  mockServices,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { componentOf, createPortal } from '../__testUtils__/project';
import { runAction } from '../__testUtils__/runAction';
import { removeFromCatalog } from './removeFromCatalog';
import { removeRepository } from './removeRepository';

// Each step starts git some times, which takes long on a busy machine.
jest.setTimeout(60_000);

const own = mockCredentials.service();
const shop = 'component:default/shop';
const inConfiguration =
  'take the target http://localhost:3000/git/shop/blob/main/catalog-info.yaml out of `catalog.locations`';
const other = 'group:default/squad-b-2';

describe('what takes a project away', () => {
  const home = createMockDirectory();
  const files = createMockDirectory({ content: { a: '1' } });

  async function portal(entities: Entity[], configured: string[] = []) {
    const all = createPortal({
      auth: mockServices.auth.mock({
        getOwnServiceCredentials: async () => own,
      }),
      directory: home.resolve('git'),
      entities,
      configured,
    });
    await all.git.store.create('shop', {
      directory: files.path,
      branches: ['main'],
      creator: 'task:made-it',
      commit: { message: 'Create', author: { name: 'A', email: 'a@b.c' } },
    });
    const removed: unknown[][] = [];
    const catalog = {
      ...all.catalog,
      async removeLocationById(...asked: unknown[]) {
        removed.push(asked);
        entities.length = 0;
      },
    };
    return { ...all, catalog, removed };
  }

  beforeEach(() => home.clear());

  describe('squadron:git:remove', () => {
    const input = { name: 'shop' };

    it('archives a repository for whoever may, once', async () => {
      const all = await portal([componentOf('shop')]);
      const remove = removeRepository(all);
      expect(await runAction(remove, input, { isDryRun: true })).toEqual({
        removed: false,
      });
      expect(await all.git.store.has('shop')).toBe(true);
      expect(await runAction(remove, input)).toEqual({ removed: true });
      expect(await all.git.store.has('shop')).toBe(false);
      expect(await runAction(remove, input)).toEqual({ removed: false });
      expect(new Set(all.asked)).toEqual(
        new Set(['golden-paths.project.delete group:default/squad-b-1']),
      );
    });

    it.each([
      ['of another group', [componentOf('shop', { owner: other })], other],
      [
        'that defines another component, too',
        [componentOf('shop'), componentOf('cart', { repository: 'shop' })],
        'component:default/cart, component:default/shop',
      ],
      [
        'whose file defines something of another group, too',
        [
          componentOf('shop'),
          {
            ...componentOf('orders', { owner: other, repository: 'shop' }),
            kind: 'API',
          },
        ],
        other,
      ],
      [
        'that was registered with a list of others',
        [componentOf('shop', { origin: 'url:http://x/all.yaml' })],
        'take it out of url:http://x/all.yaml',
      ],
      ['of which nobody knows whose it is', [], 'register it first'],
      [
        'that a component of another file claims',
        [componentOf('shop', { repository: 'elsewhere' })],
        'register it first',
      ],
    ])('leaves one %s', async (_, entities, why) => {
      const all = await portal(entities);
      await expect(runAction(removeRepository(all), input)).rejects.toThrow(
        why,
      );
      expect(await all.git.store.has('shop')).toBe(true);
    });

    it('leaves one that the configuration lists, and says what to take out of it', async () => {
      const all = await portal([componentOf('shop')], [shop]);
      await expect(runAction(removeRepository(all), input)).rejects.toThrow(
        inConfiguration,
      );
      expect(await all.git.store.has('shop')).toBe(true);
    });

    it('says where to do it when the portal keeps none', async () => {
      const all = await portal([componentOf('shop')]);
      const remove = removeRepository({ ...all, git: undefined });
      await expect(runAction(remove, input)).rejects.toThrow(
        'archive it where it lies',
      );
    });
  });

  describe('squadron:catalog:remove', () => {
    const input = { entityRef: 'component:default/shop' };

    it('takes a component out with the rights of the portal, for whoever may', async () => {
      const all = await portal([componentOf('shop')]);
      const remove = removeFromCatalog(all);
      expect(await runAction(remove, input, { isDryRun: true })).toEqual({
        removed: false,
      });
      expect(all.removed).toEqual([]);
      expect(await runAction(remove, input)).toEqual({ removed: true });
      expect(all.removed).toEqual([['7', { credentials: own }]]);
      expect(all.asked).toContain(
        'golden-paths.project.delete group:default/squad-b-1',
      );
    });

    it('has nothing to do for one that has gone', async () => {
      const all = await portal([]);
      expect(await runAction(removeFromCatalog(all), input)).toEqual({
        removed: false,
      });
    });

    it('leaves one that the configuration lists', async () => {
      const all = await portal([componentOf('shop')], [shop]);
      await expect(runAction(removeFromCatalog(all), input)).rejects.toThrow(
        inConfiguration,
      );
      expect(all.removed).toEqual([]);
    });

    it.each([
      ['of another group', [componentOf('shop', { owner: other })], other],
      [
        'that was registered with a list of others',
        [componentOf('shop', { origin: 'url:http://x/all.yaml' })],
        'take it out of url:http://x/all.yaml',
      ],
    ])('leaves one %s', async (_, entities, why) => {
      const all = await portal(entities);
      await expect(runAction(removeFromCatalog(all), input)).rejects.toThrow(
        why,
      );
      expect(all.removed).toEqual([]);
    });
  });
});
