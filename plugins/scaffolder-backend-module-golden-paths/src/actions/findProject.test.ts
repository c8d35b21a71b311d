import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { componentOf, createPortal } from '../__testUtils__/project';
import { runAction } from '../__testUtils__/runAction';
import { findProject } from './findProject';

describe('squadron:project:find', () => {
  const home = createMockDirectory();
  const unowned = componentOf('unowned');
  unowned.relations = [];
  const elsewhere = componentOf('elsewhere');
  elsewhere.metadata.annotations = {};
  const portal = createPortal({
    auth: mockServices.auth(),
    directory: home.resolve('git'),
    entities: [
      componentOf('shop'),
      componentOf('cart', { owner: 'group:default/squad-b-2' }),
      unowned,
      elsewhere,
      componentOf('listed', { origin: 'url:http://x/all.yaml' }),
      { ...componentOf('shop'), kind: 'API' },
      componentOf('configured'),
      componentOf('BillingAPI'),
    ],
    configured: ['component:default/configured'],
  });
  const find = (input: object) => runAction(findProject(portal), input);

  it('says what a component is, by its ref or its name', async () => {
    const shop = {
      entityRef: 'component:default/shop',
      name: 'shop',
      description: 'Is shop',
      owner: 'group:default/squad-b-1',
      system: 'system:default/squad-b-1',
      repository: 'shop',
      onHost: '',
      definition: 'http://localhost:3000/git/shop/blob/main/catalog-info.yaml',
      tags: {
        owner: 'squad-b-1',
        service: 'shop',
        environment: 'dev',
        'cost-center': 'cc-1b',
        'data-class': 'none',
      },
    };
    expect(await find({ component: 'component:default/shop' })).toEqual(shop);
    expect(await find({ component: 'shop' })).toEqual(shop);
    expect(await find({ component: 'elsewhere' })).toMatchObject({
      repository: '',
    });
  });

  it.each(['BillingAPI', 'billingapi'])(
    'takes %s for the name of BillingAPI, as refs have small letters',
    async confirmation => {
      const component = 'component:default/billingapi';
      expect(await find({ component, confirmation })).toMatchObject({
        name: 'BillingAPI',
      });
    },
  );

  it('refuses whom the owner has not given the right, and only then', async () => {
    await find({ component: 'cart' });
    await find({ component: 'shop', for: 'delete' });
    await expect(find({ component: 'cart', for: 'update' })).rejects.toThrow(
      'ask somebody of group:default/squad-b-2',
    );
    expect(portal.asked).toEqual([
      'golden-paths.project.delete group:default/squad-b-1',
      'golden-paths.project.update group:default/squad-b-2',
    ]);
  });

  it.each([
    [
      { component: 'listed', for: 'delete' },
      'take it out of url:http://x/all.yaml',
    ],
    [{ component: 'elsewhere', for: 'delete' }, 'register it first'],
    [
      { component: 'configured', for: 'delete' },
      'git/configured/blob/main/catalog-info.yaml out of `catalog.locations`',
    ],
    [{ component: 'missing' }, 'The catalog has no component:default/missing'],
    [{ component: 'api:default/shop' }, 'api:default/shop is no component'],
    [{ component: 'unowned' }, 'name a group in its `spec.owner` first'],
    [{ component: 'shop', confirmation: 'shop-2' }, '"shop-2" is not "shop"'],
    [{ component: 'shop', confirmation: '' }, '"" is not "shop"'],
  ])('says what is wrong with %p', async (input, why) => {
    await expect(find(input)).rejects.toThrow(why);
  });
});
