import { stringifyEntityRef } from '@backstage/catalog-model';
import { setupPortal } from '../__testUtils__/portal';
import {
  componentEntity,
  editMain,
  makeProject,
} from '../__testUtils__/project';
import { firstContent } from '../__testUtils__/templates';

// A backend starts with the scaffolder, renders golden paths, and starts git some times.
jest.setTimeout(120_000);

describe('a project', () => {
  const portal = setupPortal();

  async function wordsOf(component: string) {
    const path = `/projects/${component}/update`;
    const { status, body } = await portal.send('get', path);
    return [status, body.error?.message];
  }

  function put(change: Parameters<typeof componentEntity>[1]) {
    const entity = componentEntity(portal, change);
    portal.entities.set(stringifyEntityRef(entity), entity);
  }

  beforeEach(async () => {
    await portal.putTemplate(firstContent);
    await makeProject(portal);
  });

  it('is a component of a repository of the portal', async () => {
    expect(await wordsOf('shop')).toEqual([200, undefined]);
    expect(await wordsOf('cart')).toEqual([
      404,
      'The catalog has no component cart',
    ]);
    put({ name: 'cart' });
    expect(await wordsOf('cart')).toEqual([
      404,
      expect.stringContaining('cart comes from no repository of the portal'),
    ]);
  });

  it('is never one that names the repository of another', async () => {
    put({ name: 'thief', repository: 'shop', location: 'thief' });
    expect(await wordsOf('thief')).toEqual([
      404,
      expect.stringContaining('thief comes from no repository of the portal'),
    ]);
  });

  it.each([{ ref: 'template' }, { path: 'more/catalog-info.yaml' }])(
    'is never one that another place of the repository defines (%p)',
    async place => {
      put({ name: 'guest', repository: 'shop', ...place });
      expect(await wordsOf('guest')).toEqual([
        404,
        expect.stringContaining('guest comes from no repository of the portal'),
      ]);
    },
  );

  it('is in the default namespace', async () => {
    expect(await wordsOf('component:default%2Fshop')).toEqual([200, undefined]);
    expect(await wordsOf('other%2Fshop')).toEqual([
      400,
      expect.stringContaining(
        'other/shop is no component of the namespace default',
      ),
    ]);
    expect(await wordsOf('api:shop')).toEqual([
      400,
      expect.stringContaining('api:shop is no component'),
    ]);
  });

  it('says what is wrong where nothing says how it was made', async () => {
    const file = '.squadron/golden-path.yaml';
    await editMain(portal, { [file]: 'template: [' });
    expect(await wordsOf('shop')).toEqual([
      400,
      expect.stringContaining('does not say which golden path made it'),
    ]);
    await editMain(portal, { [file]: 'version: 1.0.0' });
    expect(await wordsOf('shop')).toEqual([
      400,
      expect.stringContaining('does not say which golden path made it'),
    ]);
  });

  it('cannot be updated from a golden path that does not note what it made', async () => {
    await portal.putTemplate(firstContent, {
      version: '1.1.0',
      without: 'provenance',
    });
    expect(await wordsOf('shop')).toEqual([
      400,
      expect.stringContaining('give it the step squadron:provenance:write'),
    ]);
  });

  it('cannot be updated from a golden path that is gone', async () => {
    portal.entities.delete('template:default/greeting');
    expect(await wordsOf('shop')).toEqual([
      404,
      expect.stringContaining('The catalog has no template:default/greeting'),
    ]);
  });
});
