import { CatalogEntity, docsIndex, sitesOf, titlesOf } from './docsIndex';

function entity(
  kind: string,
  name: string,
  title?: string,
  relations: Record<string, string> = {},
): CatalogEntity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, title, description: `All of ${name}` },
    relations: Object.entries(relations).map(([type, targetRef]) => ({
      type,
      targetRef,
    })),
  };
}

const system = (name: string, title: string, domain: string) =>
  entity('System', name, title, {
    ownedBy: `group:default/${name}`,
    partOf: `domain:default/${domain}`,
  });

const sites = sitesOf(
  [
    system('squad-b-10', 'B-10 Late', 'division-1b'),
    system('squad-b-2', 'B-2 Storage', 'division-1b'),
    system('squad-a-1', 'A-1 Models', 'division-1a'),
    entity('System', 'pod-data', 'Data & Retrieval'),
    entity('Component', 'Handbook', undefined, {
      ownedBy: 'group:default/squad-b-2',
      partOf: 'system:default/squad-b-2',
    }),
  ],
  ['group:default/squad-b-2'],
);
const titles = titlesOf([entity('Domain', 'division-1b', '1B Core Cloud')]);
const show = (term: string) => docsIndex(sites, titles, term);

describe('docsIndex', () => {
  it('groups sites by domain, in the order that people count', () => {
    const { sections } = show('');
    expect(
      sections.map(({ title, sites: rows }) => [
        title,
        rows.map(row => row.title),
      ]),
    ).toEqual([
      ['1B Core Cloud', ['B-2 Storage', 'B-10 Late']],
      ['division-1a', ['A-1 Models']],
      ['Without a division', ['Data & Retrieval']],
    ]);
  });

  it('keeps apart what is not a group’s, with an address in lower case', () => {
    expect(show('').general.map(({ href }) => href)).toEqual([
      '/docs/default/component/handbook',
    ]);
  });

  it('knows what the person owns', () => {
    expect(show('').mine.map(({ name }) => name)).toEqual(['squad-b-2']);
  });

  it('names an owner only if it is another', () => {
    const owners = new Map(sites.map(({ name, owner }) => [name, owner]));
    expect(owners.get('squad-b-2')).toBeUndefined();
    expect(owners.get('Handbook')).toBe('group:default/squad-b-2');
  });

  it.each(['STORAGE', ' b-2 ', 'all squad-b-2'])(
    'finds %j in title, code or description',
    term => {
      const { sections, general } = show(term);
      expect(sections.flatMap(each => each.sites)).toEqual([
        expect.objectContaining({ name: 'squad-b-2' }),
      ]);
      expect(general).toEqual([]);
    },
  );
});
