import { rm, symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import type {
  PreparerBase,
  PreparerOptions,
} from '@backstage/plugin-techdocs-node';
import {
  folderWith,
  removeFolders,
  writeFiles,
} from '../__testUtils__/folders';
import { VersionedPreparer } from './VersionedPreparer';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'x' },
};

/** A preparer of local folders, as TechDocs has it: without etags. */
const local = (preparedDir: string): PreparerBase => ({
  prepare: async () => ({ preparedDir, etag: '' }),
  shouldCleanPreparedDirectory: () => false,
});

/** One of repositories, which knows by itself what has not changed. */
function remote(etag: string) {
  const prepare = jest.fn(async (_: Entity, __?: PreparerOptions) => ({
    preparedDir: '/tmp/tree',
    etag,
  }));
  return { prepare, shouldCleanPreparedDirectory: () => true };
}

afterEach(removeFolders);

describe('VersionedPreparer of a local folder', () => {
  const site = {
    'mkdocs.yml': 'site_name: X\ndocs_dir: handbook\n',
    'handbook/index.md': '# X',
    'handbook/img/a.png': 'png',
    'includes/note.md': 'note',
    'node_modules/a/index.js': 'code',
    'handbook/.draft.md': 'draft',
  };

  it('is not modified until something that is built has changed', async () => {
    const folder = await folderWith(site);
    const preparer = new VersionedPreparer(local(folder), 'markdown-1');
    const { etag, preparedDir } = await preparer.prepare(entity);
    expect(preparedDir).toBe(folder);
    const again = () => preparer.prepare(entity, { etag });
    await expect(again()).rejects.toThrow(
      expect.objectContaining({ name: 'NotModifiedError' }),
    );
    await writeFiles(folder, {
      'node_modules/a/index.js': 'other',
      'src/index.ts': 'other',
      'handbook/.draft.md': 'other',
    });
    await utimes(join(folder, 'handbook/index.md'), 0, 0);
    await expect(again()).rejects.toThrow(
      expect.objectContaining({ name: 'NotModifiedError' }),
    );
  });

  it.each([
    ['mkdocs.yml', 'site_name: Y\ndocs_dir: handbook\n'],
    ['handbook/index.md', '# Y'],
    ['handbook/img/a.png', 'gnp'],
    ['handbook/new.md', ''],
    ['includes/note.md', 'other'],
  ])('is modified by %s', async (path, content) => {
    const folder = await folderWith(site);
    const preparer = new VersionedPreparer(local(folder), 'markdown-1');
    const { etag } = await preparer.prepare(entity);
    await writeFiles(folder, { [path]: content });
    expect((await preparer.prepare(entity, { etag })).etag).not.toBe(etag);
  });

  it('is modified by a page that is deleted or renamed', async () => {
    const folder = await folderWith(site);
    const preparer = new VersionedPreparer(local(folder), 'markdown-1');
    const first = await preparer.prepare(entity);
    await rm(join(folder, 'includes/note.md'));
    const second = await preparer.prepare(entity, first);
    await writeFiles(folder, { 'handbook/note.md': 'note' });
    const third = await preparer.prepare(entity, second);
    expect(new Set([first.etag, second.etag, third.etag]).size).toBe(3);
  });

  it('reads nothing outside of the folder', async () => {
    const outside = await folderWith({ 'a.md': 'one' });
    const folder = await folderWith(site);
    await symlink(outside, join(folder, 'handbook/link'));
    await symlink(join(outside, 'a.md'), join(folder, 'handbook/a.md'));
    const preparer = new VersionedPreparer(local(folder), 'markdown-1');
    const { etag } = await preparer.prepare(entity);
    await writeFiles(outside, { 'a.md': 'two' });
    await expect(preparer.prepare(entity, { etag })).rejects.toThrow(
      expect.objectContaining({ name: 'NotModifiedError' }),
    );
  });

  it('leaves it to the generator to miss the docs folder', async () => {
    const preparer = new VersionedPreparer(
      local(await folderWith({ 'README.md': 'x' })),
      'markdown-1',
    );
    expect((await preparer.prepare(entity)).etag).toMatch(/^markdown-1:\w+$/);
  });

  it('says where the configuration is wrong', async () => {
    const folder = await folderWith({ 'mkdocs.yml': 'docs_dir: ../..' });
    const preparer = new VersionedPreparer(local(folder), 'markdown-1');
    await expect(preparer.prepare(entity)).rejects.toThrow(
      'mkdocs.yml:1: docs_dir "../.." is not below the folder',
    );
  });

  it('builds anew what another version has built', async () => {
    const folder = await folderWith(site);
    const older = new VersionedPreparer(local(folder), 'markdown-1');
    const newer = new VersionedPreparer(local(folder), 'markdown-2');
    const { etag } = await older.prepare(entity);
    await expect(newer.prepare(entity, { etag })).resolves.toBeDefined();
  });
});

describe('VersionedPreparer of a repository', () => {
  it('asks with the etag that the repository knows', async () => {
    const preparer = remote('abc');
    const versioned = new VersionedPreparer(preparer, 'markdown-1');
    expect(versioned.shouldCleanPreparedDirectory()).toBe(true);
    const { etag } = await versioned.prepare(entity);
    expect(etag).toBe('markdown-1:abc');
    await versioned.prepare(entity, { etag });
    expect(preparer.prepare.mock.lastCall?.[1]?.etag).toBe('abc');
  });

  it.each(['markdown-0:abc', 'markdown-12:abc', 'mkdocs:abc', 'abc', ''])(
    'asks without one when the site was built as %s',
    async etag => {
      const preparer = remote('abc');
      await new VersionedPreparer(preparer, 'markdown-1').prepare(entity, {
        etag,
      });
      expect(preparer.prepare.mock.lastCall?.[1]?.etag).toBeUndefined();
    },
  );
});
