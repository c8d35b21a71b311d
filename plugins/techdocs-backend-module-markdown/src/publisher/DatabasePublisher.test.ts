import { symlink, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import request from 'supertest';
import {
  folderWith,
  removeFolders,
  writeFiles,
} from '../__testUtils__/folders';
import {
  entity,
  metadataFile,
  root,
  setUpPublisher,
} from '../__testUtils__/publisher';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('DatabasePublisher on %s', id => {
  let site: Awaited<ReturnType<typeof setUpPublisher>>;

  beforeEach(async () => {
    site = await setUpPublisher(await databases.init(id));
  });

  afterEach(removeFolders);

  it('is ready, and says that nothing is built yet', async () => {
    expect(await site.publisher.getReadiness()).toEqual({ isAvailable: true });
    const nobody = { kind: 'system', namespace: 'default', name: 'nobody' };
    await expect(site.publisher.fetchTechDocsMetadata(nobody)).rejects.toThrow(
      'The documents of system:default/nobody are not built',
    );
    expect(
      await site.publisher.hasDocsBeenGenerated({
        ...entity,
        metadata: { name: 'nobody' },
      }),
    ).toBe(false);
  });

  it('publishes a site under its entity, with an event for the audit', async () => {
    await site.publish({ 'index.html': 'old', 'gone.html': 'gone' });
    const { objects } = await site.publish({ 'index.html': 'new' });
    // What has gone must leave the cache too.
    expect([...objects].sort()).toEqual([
      'default/system/squad-b-1/gone.html',
      'default/system/squad-b-1/index.html',
      'default/system/squad-b-1/techdocs_metadata.json',
    ]);
    expect(await site.publisher.hasDocsBeenGenerated(entity)).toBe(true);
    const name = { kind: 'System', namespace: 'default', name: 'Squad-B-1' };
    expect(await site.publisher.fetchTechDocsMetadata(name)).toMatchObject({
      etag: 'one',
    });
    expect(site.createEvent).toHaveBeenCalledWith({
      eventId: 'site-publish',
      meta: { entityRef: 'system:default/squad-b-1' },
    });
    expect(site.event.success).toHaveBeenCalledTimes(2);
    const gone = await request(site.app).get(`${root}/gone.html`);
    expect(gone.status).toBe(404);
  });

  it('refuses a site with a link in it and leaves the old one', async () => {
    await site.publish({ 'index.html': 'before' });
    const secret = await folderWith({ secret: 'secret' });
    const directory = await folderWith(metadataFile);
    await writeFiles(directory, { 'sub/page.html': 'page' });
    await symlink(join(secret, 'secret'), join(directory, 'sub/link.html'));
    await expect(site.publisher.publish({ entity, directory })).rejects.toThrow(
      'The built site has "sub/link.html"',
    );
    expect(site.event.fail).toHaveBeenCalledTimes(1);
    const before = await request(site.app).get(`${root}/index.html`);
    expect(before.text).toBe('before');
  });

  it('leaves a file that is too large out of the site, and says so', async () => {
    const directory = await folderWith({
      ...metadataFile,
      'index.html': 'page',
      'recording.mp4': '',
    });
    await truncate(join(directory, 'recording.mp4'), 25 * 1024 * 1024 + 1);
    const { objects } = await site.publisher.publish({ entity, directory });
    expect(objects).not.toContain('default/system/squad-b-1/recording.mp4');
    expect(objects).toContain('default/system/squad-b-1/index.html');
    expect(site.logger.warn.mock.calls).toEqual([
      [
        '"recording.mp4" of system:default/squad-b-1 is larger than 25 MB: it is left out',
      ],
    ]);
  });

  it('refuses a folder that no generator has finished', async () => {
    const directory = await folderWith({ 'index.html': 'half' });
    await expect(site.publisher.publish({ entity, directory })).rejects.toThrow(
      'no techdocs_metadata.json that can be read',
    );
  });
});
