import {
  NavContentNavItem,
  NavContentNavItems,
} from '@backstage/plugin-app-react';
import { arrange } from './arrangement';

function itemsOf(ids: string[]): NavContentNavItems {
  const taken = new Set<string>();
  const item = (id: string) =>
    ({
      title: id.replace(/^page:/, ''),
      node: { spec: { id } },
    }) as unknown as NavContentNavItem;
  const bag: NavContentNavItems = {
    take: id => {
      if (!ids.includes(id)) {
        return undefined;
      }
      taken.add(id);
      return item(id);
    },
    rest: () => ids.filter(id => !taken.has(id)).map(item),
    clone: () => bag,
    withComponent: () => {
      throw new Error('not needed');
    },
  };
  return bag;
}

const titles = (items: NavContentNavItem[]) => items.map(({ title }) => title);

describe('arrange', () => {
  it('groups pages by what people do, in a fixed order', () => {
    const { main, personal } = arrange(
      itemsOf([
        'page:user-settings',
        'page:techdocs',
        'page:scaffolder',
        'page:org-model/rhythm',
        'page:scorecards',
        'page:search',
        'page:notifications',
        'page:environments',
        'page:git',
        'page:catalog',
        'page:home',
        'page:org-model',
        'page:api-docs',
      ]),
    );
    expect(main.map(group => [group.title, titles(group.items)])).toEqual([
      [undefined, ['home', 'search']],
      ['Targets', ['scorecards']],
      ['People', ['org-model', 'org-model/rhythm']],
      [
        'Software',
        [
          'catalog',
          'git',
          'environments',
          'api-docs',
          'scaffolder',
          'techdocs',
        ],
      ],
    ]);
    expect(titles(personal)).toEqual(['notifications', 'user-settings']);
  });

  it('leaves out groups without pages and puts new pages last, by title', () => {
    const { main } = arrange(
      itemsOf(['page:releases', 'page:home', 'page:incidents']),
    );
    expect(main.map(group => [group.title, titles(group.items)])).toEqual([
      [undefined, ['home']],
      ['More', ['incidents', 'releases']],
    ]);
  });

  it('gives no place to a page which entity pages lead to', () => {
    expect(arrange(itemsOf(['page:catalog-graph'])).main).toEqual([]);
  });

  it('gives no place to a page that has nothing to show', () => {
    const { main } = arrange(itemsOf(['page:catalog', 'page:techdocs']), [
      'page:techdocs',
    ]);
    expect(main.flatMap(group => titles(group.items))).toEqual(['catalog']);
  });
});
