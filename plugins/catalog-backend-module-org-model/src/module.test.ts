import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { badInput } from './__testUtils__/badInput';
import { setupCatalog } from './__testUtils__/catalog';
import { eventually } from './testing/eventually';
import { sampleOrg } from './testing/sampleOrg';

jest.setTimeout(60_000);

describe('catalogModuleOrgModel', () => {
  const {
    folders,
    events,
    auditor,
    permissions,
    importNow,
    entities,
    status,
    relations,
    settled,
    server,
  } = setupCatalog();

  it('brings the files into the catalog beside plain YAML, with no dangling relation', async () => {
    const all = await settled(25);
    expect(await status()).toMatchObject({
      status: 'ok',
      entities: 21,
      problems: [],
    });
    expect(
      all.get('group:default/squad-a-1')?.metadata.annotations,
    ).toMatchObject({
      'backstage.io/managed-by-location': expect.stringMatching(
        /^file:org-model-.+\/org\.yaml:11$/,
      ),
      'backstage.io/managed-by-origin-location': 'org-model:default',
    });
  });

  it('emits relations both ways, for compiled and plain squads alike', async () => {
    expect(await relations('group:default/squad-a-1')).toEqual(
      expect.arrayContaining([
        'childOf group:default/division-1a',
        'ledBy user:default/lead-a-1',
        'teamDependencyOf group:default/squad-a-2',
        'teamDependencyOf group:default/squad-x-1',
      ]),
    );
    expect(await relations('group:default/squad-x-1')).toEqual(
      expect.arrayContaining([
        'childOf group:default/division-1a',
        'hasMember user:default/lead-x-1',
        'ledBy user:default/lead-x-1',
        'teamDependsOn group:default/squad-a-1',
      ]),
    );
    expect(await relations('user:default/lead-x-1')).toContain(
      'leaderOf group:default/squad-x-1',
    );
    expect(await relations('system:default/squad-a-2')).toEqual(
      expect.arrayContaining([
        'hasPart system:default/squad-x-1',
        'partOf domain:default/division-1a',
      ]),
    );
    expect(await relations('system:default/unit-a-1-u-r1')).toEqual([
      'hasPart component:default/unit-a-1-u-r1',
      'ownedBy group:default/unit-a-1-u-r1',
      'partOf system:default/squad-a-1',
    ]);
    expect(await relations('resource:default/tech-istio')).toEqual([
      'dependencyOf component:default/unit-a-1-u-r1',
      'dependencyOf system:default/squad-a-1',
      'ownedBy group:default/squad-a-1',
    ]);
  });

  it('keeps a squad out whose plain YAML has a field that does not fit', async () => {
    expect((await entities()).has('group:default/squad-x-2')).toBe(false);
  });

  it('announces and audits an import', async () => {
    expect(events.publish).toHaveBeenCalledWith({
      topic: 'org-model.imported',
      eventPayload: expect.objectContaining({
        entities: 21,
        added: 21,
        deleted: 0,
      }),
    });
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'org-model-import' }),
    );
  });

  it('tells its state to signed-in callers only', async () => {
    const { status: code } = await request(server())
      .get('/api/catalog/org-model/status')
      .set('Authorization', mockCredentials.none.header());
    expect(code).toBe(401);
  });

  it('tells its state to nobody who may not read the organization', async () => {
    permissions.authorize.mockResolvedValueOnce([
      { result: AuthorizeResult.DENY },
    ]);
    const answer = await request(server()).get('/api/catalog/org-model/status');
    expect(answer.status).toBe(403);
    expect(answer.body.error.message).toContain('"org-model.read"');
  });

  it('brings back what was deleted through the catalog', async () => {
    const ref = 'group:default/pod-night';
    const deleted = (await entities()).get(ref)!;
    await request(server())
      .delete(`/api/catalog/entities/by-uid/${deleted.metadata.uid}`)
      .expect(204);
    expect((await entities()).has(ref)).toBe(false);
    await importNow();
    await eventually(async () => {
      expect((await entities()).get(ref)).toMatchObject({ spec: deleted.spec });
    });
    await settled(25);
  });

  it.each(badInput)(
    'survives %s with a clear error and the catalog untouched',
    async (_, content, message) => {
      const before = await entities();
      const bad = join(folders.org, 'bad.yaml');
      await writeFile(bad, content);
      await importNow();
      expect(await status()).toMatchObject({
        status: 'stale',
        entities: 21,
        problems: [
          expect.objectContaining({
            severity: 'error',
            file: expect.stringMatching(/\/(bad|org)\.yaml$/),
            message: expect.stringMatching(message),
            fix: expect.stringMatching(/\w/),
          }),
        ],
      });
      expect(await entities()).toEqual(before);
      await rm(bad);
      await importNow();
      expect(await status()).toMatchObject({ status: 'ok', problems: [] });
    },
  );

  it('takes a change over when a file is saved', async () => {
    await writeFile(
      join(folders.org, 'org.yaml'),
      sampleOrg.replace('title: Wagons', 'title: Coaches'),
    );
    await eventually(async () => {
      const squad = (await entities()).get('group:default/squad-a-2');
      expect(squad?.metadata.title).toBe('A-2 Coaches');
    });
  });

  it('takes the docs of a squad over when they are written', async () => {
    const site = join(folders.elsewhere, 'sites/squad-a-2');
    await mkdir(site);
    await writeFile(join(site, 'mkdocs.yml'), 'site_name: Coaches');
    await eventually(async () => {
      const system = (await entities()).get('system:default/squad-a-2');
      expect(system?.metadata.annotations).toMatchObject({
        'backstage.io/techdocs-ref': 'dir:.',
        'backstage.io/source-location': `file:${join(site, 'mkdocs.yml')}`,
      });
    });
    expect(events.publish).not.toHaveBeenCalledWith(
      expect.objectContaining({
        eventPayload: expect.objectContaining({ restored: expect.anything() }),
      }),
    );
  });

  it('refuses to delete more than a tenth, and says how to do it all the same', async () => {
    const before = await entities();
    await writeFile(
      join(folders.org, 'org.yaml'),
      'company: { title: Acme, lead: { name: ceo, title: CEO } }',
    );
    await importNow();
    expect(await status()).toMatchObject({
      status: 'stale',
      entities: 21,
      problems: [
        {
          message: expect.stringContaining(
            'the files would delete 19 of the 21 entities',
          ),
          fix: expect.stringContaining('maxDeletedPercent'),
        },
      ],
    });
    expect(await entities()).toEqual(before);
  });
});
