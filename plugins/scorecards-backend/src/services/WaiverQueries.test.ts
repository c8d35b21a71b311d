import { TestDatabases } from '@backstage/backend-test-utils';
import { ask, by, waiversOf } from '../__testUtils__/waivers';
import { sharedTables } from '../__testUtils__/tables';
import { userRef } from '../__testUtils__/work';
import { WaiverQueries } from './WaiverQueries';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);

describe.each(databases.eachSupportedId())('waivers on %s', id => {
  let world: Awaited<ReturnType<typeof waiversOf>>;

  beforeEach(async () => {
    world = await waiversOf(await tables(id));
  });

  it('are listed in pages of a part of the tree, and by who may decide', async () => {
    const { commands, queries } = world;
    await commands.request(ask, by('eve'));
    world.now = new Date('2026-11-28T10:00:00Z');
    const shop = { ...ask, entity: 'component:default/shop' };
    await commands.request(shop, by('dora'));
    const list = async (
      query: Partial<Parameters<WaiverQueries['list']>[0]>,
      caller = 'dora',
    ) => {
      const page = { mine: false, limit: 1, ...query };
      return queries.list(page, userRef(caller));
    };
    const titles = ({ items }: { items: { entity: { title: string } }[] }) =>
      items.map(({ entity }) => entity.title);
    const first = await list({ root: ['division'] });
    expect([titles(first), first.total]).toEqual([['shop'], 2]);
    const second = await list({
      root: ['division'],
      cursor: first.nextCursor,
    });
    expect([titles(second), second.nextCursor]).toEqual([['Squad'], undefined]);
    await expect(
      list({ root: ['squad'], cursor: first.nextCursor }),
    ).rejects.toThrow('The cursor does not belong to this list');
    expect(titles(await list({ mine: true }))).toEqual(['Squad']);
    expect(titles(await list({ mine: true, limit: 9 }, 'ceo'))).toEqual([
      'shop',
      'Squad',
    ]);
    expect((await list({ root: ['far'] })).total).toBe(0);
    await expect(list({ root: ['gone'] })).rejects.toThrow(
      'The tree has no group "gone"',
    );
  });
});
