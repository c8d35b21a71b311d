import { createPluginServer } from '../../__testUtils__/pluginServer';
import { runAction } from '../../__testUtils__/runAction';
import { createEnvironmentsClient } from '../../services/createEnvironmentsClient';
import { findEnvironments } from './findEnvironments';

describe('squadron:environment:find', () => {
  const { asked, answers, options, start, stop } = createPluginServer();
  const action = findEnvironments(createEnvironmentsClient(options));
  const find = (input: object) =>
    runAction(action, { component: 'shop', required: false, ...input });
  const main = { cluster: 'one', namespace: 'dev-shop' };
  const cart = { cluster: 'two', namespace: 'dev-shop-cart' };
  const answer = (items: object[]) => ({
    status: 200,
    body: {
      items,
      clusters: [{ name: 'three', title: 'Three', problem: 'no answer' }],
    },
  });

  beforeAll(start);
  afterAll(stop);
  beforeEach(() => {
    asked.length = 0;
    answers.set(
      'GET /environments?component=component%3Adefault%2Fshop',
      answer([main, { ...cart, branch: 'cart' }]),
    );
  });

  it('answers all of a component, in the name of the person', async () => {
    expect(await find({})).toEqual({ environments: [main, cart], ...main });
    expect(asked[0].token).toContain('user:default/mock');
  });

  it('answers that of a branch; the one without is of main', async () => {
    expect(await find({ branch: 'main' })).toMatchObject(main);
    expect(await find({ branch: 'cart' })).toEqual({
      environments: [cart],
      ...cart,
    });
  });

  it('fails without one only where it is needed', async () => {
    const branch = 'gone';
    expect(await find({ branch })).toEqual({ environments: [] });
    await expect(find({ branch, required: true })).rejects.toThrow(
      'component:default/shop has no development environment of the branch gone: make one first',
    );
  });

  it('tells who can help where there is no cluster', async () => {
    answers.set('GET /environments?component=component%3Adefault%2Fshop', {
      status: 200,
      body: { items: [], clusters: [] },
    });
    await expect(find({ required: true })).rejects.toThrow(
      'the portal has no cluster for one',
    );
  });
});
