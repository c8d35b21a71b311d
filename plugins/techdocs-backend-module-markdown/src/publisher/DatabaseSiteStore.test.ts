import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { openDatabase } from '@squadron/backend-kit';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { DatabaseSiteStore } from './DatabaseSiteStore';
import { NewFile, Site } from './SiteStore';
import { migrationsDirectory } from './migrationsDirectory';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

async function open(id: TestDatabaseId): Promise<Knex> {
  const knex = await databases.init(id);
  return openDatabase({
    database: { getClient: async () => knex },
    migrationsDirectory,
  });
}

const siteOf = (entityRef: string, etag = 'one'): Site => ({
  entityRef,
  metadata: {
    site_name: 'Docs',
    site_description: '',
    etag,
    build_timestamp: 1,
  },
  publishedAt: new Date('2026-11-28T08:00:00Z'),
});

const filesOf = (contents: Record<string, string>): NewFile[] =>
  Object.entries(contents).map(([path, content]) => ({
    path,
    hash: `hash of ${content}`.slice(0, 64),
    size: content.length,
    read: async () => ({ content: Buffer.from(content) }),
  }));

/** Each file with the same words, so that a mix of two sites shows. */
const allSaying = (word: string, paths: string[]) =>
  filesOf(Object.fromEntries(paths.map(path => [path, word])));

async function contentsOf(knex: Knex, entityRef: string) {
  const rows = await knex('techdocs_site_files').where({
    entity_ref: entityRef,
  });
  return Object.fromEntries(
    rows.map(({ path, content }) => [path, String(content)]),
  );
}

describe.each(databases.eachSupportedId())('DatabaseSiteStore on %s', id => {
  it('has migrations that go up and, with data, down again', async () => {
    const knex = await open(id);
    const store = new DatabaseSiteStore(knex);
    await store.replace(siteOf('a'), filesOf({ 'index.html': 'a' }));
    await knex.migrate.rollback({ directory: migrationsDirectory }, true);
    expect(await knex.schema.hasTable('techdocs_sites')).toBe(false);
    expect(await knex.schema.hasTable('techdocs_site_files')).toBe(false);
    await knex.migrate.latest({ directory: migrationsDirectory });
    expect(await store.list()).toEqual([]);
  });

  it('answers what was published, and nothing of another site', async () => {
    const store = new DatabaseSiteStore(await open(id));
    await store.replace(siteOf('a'), filesOf({ 'x/index.html': 'of a' }));
    await store.replace(siteOf('b'), filesOf({ 'y.html': 'of b' }));
    expect(await store.list()).toEqual(['a', 'b']);
    expect(await store.metadataOf('a')).toEqual(siteOf('a').metadata);
    expect(await store.metadataOf('c')).toBeUndefined();
    expect(await store.file('a', 'x/index.html')).toEqual({
      content: Buffer.from('of a'),
      hash: 'hash of of a',
      size: 4,
    });
    expect(await store.hashOf('b', 'y.html')).toBe('hash of of b');
    expect(await store.file('a', 'y.html')).toBeUndefined();
    expect(await store.hashOf('b', 'x/index.html')).toBeUndefined();
  });

  it('counts what a site has', async () => {
    const knex = await open(id);
    const store = new DatabaseSiteStore(knex);
    await store.replace(siteOf('a'), filesOf({ one: '12', two: '345' }));
    const [row] = await knex('techdocs_sites');
    expect(row).toMatchObject({ etag: 'one', file_count: 2 });
    expect(Number(row.bytes)).toBe(5);
  });

  it('writes only what changed and deletes what is missing', async () => {
    const knex = await open(id);
    const store = new DatabaseSiteStore(knex);
    await store.replace(
      siteOf('a'),
      filesOf({ same: 'same', changed: 'old', gone: 'gone' }),
    );
    const next = filesOf({ same: 'same', changed: 'new', added: 'added' });
    const read = jest.fn(async () => ({ content: Buffer.from('unused') }));
    next[0].read = read;
    expect(await store.replace(siteOf('a', 'two'), next)).toEqual({
      written: ['changed', 'added'],
      removed: ['gone'],
    });
    expect(read).not.toHaveBeenCalled();
    expect(await store.metadataOf('a')).toMatchObject({ etag: 'two' });
    expect(await contentsOf(knex, 'a')).toEqual({
      same: 'same',
      changed: 'new',
      added: 'added',
    });
  });

  it('shrinks a site by more files than fit into one statement', async () => {
    const knex = await open(id);
    const store = new DatabaseSiteStore(knex);
    const paths = Array.from({ length: 450 }, (_, i) => `page-${i}`);
    await store.replace(siteOf('a'), allSaying('old', paths));
    await store.replace(siteOf('b'), allSaying('old', paths.slice(0, 3)));
    const { removed } = await store.replace(siteOf('a'), filesOf({ one: '1' }));
    expect(removed).toHaveLength(450);
    expect(await contentsOf(knex, 'a')).toEqual({ one: '1' });
    expect(Object.keys(await contentsOf(knex, 'b'))).toHaveLength(3);
  });

  it('ends with one whole site when replicas publish at once', async () => {
    const knex = await open(id);
    const store = new DatabaseSiteStore(knex);
    const versions: Record<string, string[]> = {
      red: ['a', 'b', 'c', 'd'],
      green: ['c', 'd', 'e', 'f'],
      blue: ['a', 'f', 'g'],
    };
    for (let round = 0; round < 5; round++) {
      await Promise.all(
        Object.entries(versions).map(([word, paths]) =>
          store.replace(siteOf('a', word), allSaying(word, paths)),
        ),
      );
      const { etag } = (await store.metadataOf('a'))!;
      expect(await contentsOf(knex, 'a')).toEqual(
        Object.fromEntries(versions[etag].map(path => [path, etag])),
      );
    }
  });

  it('shows a reader the old site until the new one is whole', async () => {
    const knex = await open(id);
    const store = new DatabaseSiteStore(knex);
    await store.replace(siteOf('a', 'old'), allSaying('old', ['x', 'y', 'z']));
    const half = deferred();
    const goOn = deferred();
    const next = allSaying('new', ['x', 'y']);
    next[1].read = async () => {
      half.resolve();
      await goOn.promise;
      return { content: Buffer.from('new') };
    };
    const published = store.replace(siteOf('a', 'new'), next);
    await half.promise;
    const seen = contentsOf(knex, 'a');
    // SQLite has one connection, which belongs to the writer: the reader waits.
    const waits = id === 'SQLITE_3';
    if (waits) goOn.resolve();
    expect(await seen).toEqual(
      waits ? { x: 'new', y: 'new' } : { x: 'old', y: 'old', z: 'old' },
    );
    goOn.resolve();
    await published;
    expect(await contentsOf(knex, 'a')).toEqual({ x: 'new', y: 'new' });
  });

  it('keeps the old site when the new one cannot be read', async () => {
    const knex = await open(id);
    const store = new DatabaseSiteStore(knex);
    await store.replace(siteOf('a', 'old'), allSaying('old', ['x', 'y']));
    const next = allSaying('new', ['x', 'z']);
    next[1].read = async () => {
      throw new Error('the disk is gone');
    };
    await expect(store.replace(siteOf('a', 'new'), next)).rejects.toThrow(
      'the disk is gone',
    );
    expect(await contentsOf(knex, 'a')).toEqual({ x: 'old', y: 'old' });
    expect(await store.metadataOf('a')).toMatchObject({ etag: 'old' });
  });

  it('removes a site with its files, also while it is published', async () => {
    const knex = await open(id);
    const store = new DatabaseSiteStore(knex);
    await store.replace(siteOf('a'), filesOf({ x: '1' }));
    await store.replace(siteOf('b'), filesOf({ x: '1' }));
    await store.remove('a');
    await store.remove('never was');
    expect(await store.list()).toEqual(['b']);
    expect(await contentsOf(knex, 'a')).toEqual({});
    await Promise.all([
      store.replace(siteOf('b'), filesOf({ x: '2', y: '2' })),
      store.remove('b'),
      store.replace(siteOf('b'), filesOf({ y: '3', z: '3' })),
      store.remove('b'),
    ]);
    const files = Object.keys(await contentsOf(knex, 'b'));
    expect(files.length > 0).toBe((await store.list()).includes('b'));
  });

  it('has after any publications exactly the last one', async () => {
    const knex = await open(id);
    const store = new DatabaseSiteStore(knex);
    const site = fc.dictionary(
      fc.constantFrom('a', 'a/b', 'a/B', 'ä ö', 'index.html', '%2e', "it's"),
      fc.constantFrom('one', 'two', ''),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(site, { minLength: 1 }), async sites => {
        for (const each of sites)
          await store.replace(siteOf('p'), filesOf(each));
        expect(await contentsOf(knex, 'p')).toEqual({ ...sites.at(-1) });
      }),
      { numRuns: 30 },
    );
  });
});

function deferred() {
  let resolve: () => void = () => {};
  const promise = new Promise<void>(done => {
    resolve = done;
  });
  return { promise, resolve };
}
