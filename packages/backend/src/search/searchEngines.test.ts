import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { SearchQuery } from '@backstage/plugin-search-common';
import { EmbeddedSearchEngine } from './EmbeddedSearchEngine';
import { PostgresSearchEngine } from './PostgresSearchEngine';
import { fill } from './__testUtils__/sampleIndex';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const types = ['software-catalog', 'techdocs'];

describe.each(databases.eachSupportedId())('search on %s', id => {
  let engine: EmbeddedSearchEngine | PostgresSearchEngine;

  beforeAll(async () => {
    const logger = mockServices.logger.mock();
    const knex = await databases.init(id);
    engine =
      id === 'SQLITE_3'
        ? new EmbeddedSearchEngine({ logger })
        : await PostgresSearchEngine.fromConfig(mockServices.rootConfig(), {
            database: { getClient: async () => knex },
            logger,
          });
    await fill(engine);
  });

  const ask = (query: Partial<SearchQuery>) =>
    engine.query({ term: '', types, ...query });

  async function found(term: string, filters?: SearchQuery['filters']) {
    const { results } = await ask({ term, filters });
    return results.map(({ document }) => document.location);
  }

  it('leads from a code to its group, then its system, then its documents', async () => {
    const results = await found('B-1');
    expect(results.slice(0, 4)).toEqual([
      '/catalog/default/group/squad-b-1',
      '/catalog/default/system/squad-b-1',
      '/docs/default/group/squad-b-1/',
      '/catalog/default/user/lead-b-1',
    ]);
  });

  it.each([
    ['b-1', 'squad-b-1'],
    ['"B-1",', 'squad-b-1'],
    ['B-1 Compute', 'squad-b-1'],
    ['B-2', 'squad-b-2'],
    ['b-10', 'squad-b-10'],
    // "a" is a word that English texts are full of.
    ['A-1', 'squad-a-1'],
    ['1B', 'division-1b'],
    ['U-C1', 'unit-b-1-u-c1'],
  ])('leads from %s to %s first', async (term, name) => {
    expect((await found(term))[0]).toBe(`/catalog/default/group/${name}`);
  });

  it('tells apart codes that begin or end alike', async () => {
    expect(await found('B-1', { kind: 'Group' })).not.toContain(
      '/catalog/default/group/squad-b-10',
    );
    expect(await found('A-1', { kind: 'Group' })).not.toContain(
      '/catalog/default/group/squad-c-1',
    );
    expect(await found('B-11')).toEqual([]);
    expect(await found('B-2', { kind: 'Group' })).not.toContain(
      '/catalog/default/group/squad-b-1',
    );
  });

  it.each([
    ['the code of a unit', 'U-C2'],
    ['what it is responsible for', 'kernel patching'],
    ['a tool of its stack', 'Kubernetes'],
    ['a tool with a hyphen', 'cri-o'],
  ])('finds a squad by %s', async (_, term) => {
    expect(await found(term, { kind: 'Group' })).toContain(
      '/catalog/default/group/squad-b-1',
    );
  });

  it('leads from a tool to what is called so first', async () => {
    expect((await found('CRI-O'))[0]).toBe(
      '/catalog/default/resource/tech-cri-o',
    );
  });

  it.each([
    'After that, the lead of the squad is paged',
    'engineer on call five minutes?',
    'the commander joins for Sev-1.',
  ])('finds a document by "%s"', async sentence => {
    expect(await found(sentence)).toEqual([
      '/docs/default/group/squadron/operate/incidents/#escalation',
    ]);
  });

  it('leads to the page that is about nothing else first', async () => {
    expect(await found('hiring')).toEqual([
      '/docs/default/group/squadron/operate/hiring/',
      '/docs/default/group/squadron/decisions/hiring/',
    ]);
  });

  it('takes a whole word for closer than the beginning of one', async () => {
    expect(await found('go')).toEqual([
      '/catalog/default/group/squad-b-1',
      '/catalog/default/group/council-ethics',
    ]);
  });

  it('asks for every word', async () => {
    expect(await found('compute storage')).toEqual([
      '/catalog/default/group/squad-b-2',
    ]);
  });

  it('finds the beginning of a word, and other forms of it', async () => {
    expect(await found('webh')).toEqual([
      '/catalog/default/component/unit-f-6-u-re1',
    ]);
    expect(await found('service')).toHaveLength(2);
  });

  it('keeps to a filter and to the types', async () => {
    expect(await found('compute', { kind: 'User' })).toEqual([
      '/catalog/default/user/lead-b-1',
    ]);
    const { results } = await ask({ term: 'B-1', types: ['techdocs'] });
    expect(new Set(results.map(({ type }) => type))).toEqual(
      new Set(['techdocs']),
    );
  });

  it('lists everything of a kind when nothing is asked', async () => {
    const { results, numberOfResults } = await ask({
      filters: { kind: 'Component' },
      types: ['software-catalog'],
    });
    expect(results).toHaveLength(1);
    expect(numberOfResults).toBe(1);
  });

  it('takes signs of the query language as text', async () => {
    const signs = `+B-1 title:* ~^ & | ! <-> ( ' " \\ \\' :* ? $1 %`;
    await expect(found(signs)).resolves.toBeInstanceOf(Array);
    expect(await found('group:default/squad-b-1')).toContain(
      '/catalog/default/system/squad-b-1',
    );
  });

  it.each(['B-1', 'group', ''])(
    'hands out each result of "%s" once over the pages, in the same order',
    async term => {
      const whole = await ask({ term, pageLimit: 100 });
      const seen: string[] = [];
      let pageCursor: string | undefined;
      do {
        const page: typeof whole = await ask({
          term,
          pageLimit: 2,
          pageCursor,
        });
        expect(page.numberOfResults).toBe(whole.numberOfResults);
        expect(page.results.map(({ rank }) => rank)).toEqual(
          page.results.map((__, position) => seen.length + position + 1),
        );
        seen.push(...page.results.map(each => each.document.location));
        pageCursor = page.nextPageCursor;
      } while (pageCursor);
      expect(seen).toEqual(
        whole.results.map(({ document }) => document.location),
      );
      expect(seen).toHaveLength(whole.numberOfResults!);
      expect(new Set(seen).size).toBe(seen.length);
    },
  );

  it('refuses a page cursor that it did not give out', async () => {
    await expect(ask({ term: 'b', pageCursor: 'nonsense' })).rejects.toThrow(
      /page cursor/,
    );
  });

  it('keeps with each result what decides who may see it', async () => {
    const { results } = await ask({ term: 'B-1' });
    expect(results[0].document.authorization).toEqual({
      resourceRef: 'group:default/squad-b-1',
    });
  });

  it('marks what was asked in a result', async () => {
    const { results } = await ask({ term: 'paged' });
    const { preTag, postTag, fields } = results[0].highlight!;
    expect(fields.text).toContain(`${preTag}paged`);
    expect(fields.text).toContain(postTag);
  });
});
