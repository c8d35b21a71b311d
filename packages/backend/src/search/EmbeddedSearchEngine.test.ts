import { mockServices } from '@backstage/backend-test-utils';
import { EmbeddedSearchEngine } from './EmbeddedSearchEngine';

interface CatalogDocument {
  title: string;
  text: string;
  location: string;
  kind: string;
}

function document(kind: string, name: string, title: string, text = '') {
  return {
    title,
    text,
    kind,
    location: `/catalog/default/${kind.toLowerCase()}/${name}`,
  };
}

const documents: CatalogDocument[] = [
  document('User', 'lead-b-1', 'Lead, B-1 Compute Platform'),
  document('System', 'squad-b-1', 'B-1 Compute Platform', 'Runs services'),
  document('Group', 'squad-b-1', 'B-1 Compute Platform', 'Runs services'),
  document('Group', 'squad-b-10', 'B-10 Edge', 'Needs B-2'),
  document('Group', 'squad-b-2', 'B-2 Storage', 'Needs compute'),
  document('Component', 'unit-f-6-u-re1', 'U-RE1 Admission Webhook'),
];

async function filledEngine() {
  const engine = new EmbeddedSearchEngine({
    logger: mockServices.logger.mock(),
  });
  const indexer = await engine.getIndexer('software-catalog');
  await new Promise<void>((resolve, reject) => {
    indexer.on('close', resolve);
    indexer.on('error', reject);
    documents.forEach(each => indexer.write(each));
    indexer.end();
  });
  return engine;
}

const types = ['software-catalog', 'techdocs'];

async function locations(term: string, filters?: { kind: string }) {
  const engine = await filledEngine();
  const { results } = await engine.query({ term, types, filters });
  return results.map(({ document: found }) => found.location);
}

describe('EmbeddedSearchEngine', () => {
  it('leads from a code to its group first', async () => {
    const found = await locations('B-1');
    expect(found[0]).toBe('/catalog/default/group/squad-b-1');
    expect(found[1]).toBe('/catalog/default/system/squad-b-1');
    expect(found).not.toContain('/catalog/default/group/squad-b-2');
  });

  it('tells apart codes that begin alike', async () => {
    expect((await locations('b-10'))[0]).toBe(
      '/catalog/default/group/squad-b-10',
    );
  });

  it('asks for every word', async () => {
    expect(await locations('compute storage')).toEqual([
      '/catalog/default/group/squad-b-2',
    ]);
  });

  it('finds the beginning of a word, and other forms of it', async () => {
    expect(await locations('webh')).toEqual([
      '/catalog/default/component/unit-f-6-u-re1',
    ]);
    expect(await locations('service')).toHaveLength(2);
  });

  it('resembles where nothing is found', async () => {
    expect(await locations('admisson')).toEqual([
      '/catalog/default/component/unit-f-6-u-re1',
    ]);
  });

  it('keeps to a filter', async () => {
    expect(await locations('compute', { kind: 'User' })).toEqual([
      '/catalog/default/user/lead-b-1',
    ]);
  });

  it('lists everything of a kind when nothing is asked', async () => {
    expect(await locations('', { kind: 'Group' })).toHaveLength(3);
  });

  it('takes signs of the query language as text', async () => {
    await expect(locations('+B-1 title:* ~^')).resolves.toBeInstanceOf(Array);
  });

  it('hands out every result once over the pages', async () => {
    const engine = await filledEngine();
    const seen: string[] = [];
    let pageCursor: string | undefined;
    do {
      const page: Awaited<ReturnType<typeof engine.query>> = await engine.query(
        { term: 'b', types, pageLimit: 2, pageCursor },
      );
      expect(page.numberOfResults).toBe(5);
      seen.push(...page.results.map(each => each.document.location));
      pageCursor = page.nextPageCursor;
    } while (pageCursor);
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
  });

  it('refuses a page cursor that it did not give out', async () => {
    const engine = await filledEngine();
    await expect(
      engine.query({ term: 'b', types, pageCursor: 'nonsense' }),
    ).rejects.toThrow(/page cursor/);
  });

  it('says that it is being filled', async () => {
    const engine = new EmbeddedSearchEngine({
      logger: mockServices.logger.mock(),
    });
    await expect(engine.query({ term: 'b-1', types })).rejects.toThrow(
      /being filled.*Try again/,
    );
  });
});
