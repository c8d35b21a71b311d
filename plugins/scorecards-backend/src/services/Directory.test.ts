import { OrgTree } from '@squadron/plugin-org-model-common';
import { group, person } from '../__testUtils__/records';
import { component, verdictServices } from '../__testUtils__/verdicts';

const tree = new OrgTree({
  at: '2026-11-28T00:00:00Z',
  groups: [group('squad-a', { title: 'A' }), group('squad-b')],
  people: [person('ann', ['squad-b'])],
});

function create() {
  return verdictServices({
    kpis: [],
    tree,
    components: [
      component('shop', 'group:default/squad-a'),
      component('mine', 'user:default/ann'),
      component('orphan', 'group:default/gone'),
    ],
    now: '2026-11-28T12:00:00Z',
  });
}

describe('Directory', () => {
  it('finds groups in the tree by what people write, without the catalog', async () => {
    const { directory, getEntitiesByRefs } = create();
    const a = {
      ref: 'group:default/squad-a',
      group: 'group:default/squad-a',
      title: 'A',
    };
    const texts = ['squad-a', 'system:squad-a', 'squad-c', 'a b'];
    const found = await directory.resolve(texts);
    expect([...found]).toEqual([
      ['squad-a', a],
      ['system:squad-a', a],
    ]);
    expect(getEntitiesByRefs).not.toHaveBeenCalled();
  });

  it('finds components with the group that owns them, or the home of who does', async () => {
    const { directory } = create();
    const found = await directory.resolve([
      'component:shop',
      'Component:default/mine',
      'component:orphan',
      'component:unknown',
    ]);
    expect([...found].map(([text, { group: owner }]) => [text, owner])).toEqual(
      [
        ['component:shop', 'group:default/squad-a'],
        ['Component:default/mine', 'group:default/squad-b'],
      ],
    );
  });

  it('asks the catalog once a minute, in batches, also for what it lacks', async () => {
    const { directory, getEntitiesByRefs, world } = create();
    const texts = Array.from({ length: 450 }, (_, at) => `component:c-${at}`);
    await directory.resolve(texts);
    await directory.resolve([...texts, 'component:shop']);
    expect(
      getEntitiesByRefs.mock.calls.map(([{ entityRefs }]) => entityRefs.length),
    ).toEqual([200, 200, 50, 1]);
    world.now = '2026-11-28T12:01:00Z';
    await directory.resolve(['component:shop']);
    expect(getEntitiesByRefs).toHaveBeenCalledTimes(5);
  });

  it('suggests what somebody may have meant', async () => {
    const { directory } = create();
    await directory.resolve(['component:shop']);
    expect(await directory.suggest('group:default/sqad-a')).toBe('squad-a');
    expect(await directory.suggest('component:shp')).toBe(
      'component:default/shop',
    );
    expect(await directory.suggest('something else')).toBeUndefined();
  });
});
