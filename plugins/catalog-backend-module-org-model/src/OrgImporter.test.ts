import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { ServiceUnavailableError } from '@backstage/errors';
import { DeferredEntity } from '@backstage/plugin-catalog-node';
import { DefinitionProblem } from '@squadron/backend-kit';
import { LoadedOrg } from '@squadron/plugin-org-model-node';
import { digestsOf } from './digests';
import { ImportMetrics } from './ImportMetrics';
import { OrgImporter } from './OrgImporter';

/** An organization of so many groups, read from files with such a hash. */
function org(
  groups: number,
  hash: string,
  problems: DefinitionProblem[] = [],
): LoadedOrg {
  const entities = Array.from({ length: groups }, (_, index) => ({
    place: { file: 'org.yaml', line: 1, column: 1 },
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name: `g-${index}` },
    },
  }));
  return { entities, hash, problems };
}

const wrong = {
  severity: 'error' as const,
  file: 'org.yaml',
  line: 3,
  column: 1,
  message: 'wrong',
  fix: 'right it',
};

describe('OrgImporter', () => {
  const success = jest.fn();
  const fail = jest.fn();

  function setUp(inCatalog: number = 0) {
    const load = jest.fn<Promise<LoadedOrg>, []>();
    /** What the catalog holds of these entities. */
    const catalog = new Map<string, string | undefined>(
      org(inCatalog, '').entities.map(({ entity }) => [
        `group:default/${entity.metadata.name}`,
        'by another process',
      ]),
    );
    const provider = {
      replaceAll: jest.fn(async (entities: DeferredEntity[]) => {
        catalog.clear();
        digestsOf(entities).forEach((digest, ref) => catalog.set(ref, digest));
      }),
    };
    const managed = { digests: jest.fn(async () => new Map(catalog)) };
    const logger = mockServices.logger.mock();
    const events = mockServices.events.mock();
    const auditor = mockServices.auditor.mock({
      createEvent: async () => ({ success, fail }),
    });
    const metrics = metricsServiceMock.mock();
    const importer = new OrgImporter({
      load,
      provider,
      managed,
      maxDeletedPercent: 10,
      auditor,
      events,
      logger,
      metrics: new ImportMetrics(metrics),
    });
    return { importer, load, provider, managed, logger, events, catalog };
  }

  beforeEach(() => jest.clearAllMocks());

  it('skips what has not changed when it is asked to', async () => {
    const { importer, load, provider } = setUp();
    load.mockResolvedValue(org(3, 'one'));
    await importer.refresh({ onlyChanged: true });
    await importer.refresh({ onlyChanged: true });
    expect(provider.replaceAll).toHaveBeenCalledTimes(1);
    load.mockResolvedValue(org(4, 'two'));
    await importer.refresh({ onlyChanged: true });
    expect(provider.replaceAll).toHaveBeenCalledTimes(2);
    expect(importer.status()).toMatchObject({
      status: 'ok',
      entities: 4,
    });
  });

  it('applies the same again without a word while the catalog is as it should be', async () => {
    const { importer, load, provider, events, logger } = setUp();
    load.mockResolvedValue(org(3, 'one'));
    await importer.refresh();
    await importer.refresh();
    await importer.refresh();
    expect(provider.replaceAll).toHaveBeenCalledTimes(3);
    expect(success).toHaveBeenCalledTimes(1);
    expect(events.publish).toHaveBeenCalledTimes(1);
    expect(logger.info).toHaveBeenCalledTimes(1);
  });

  it('brings back what was deleted or changed by others, and says so once', async () => {
    const { importer, load, provider, events, catalog } = setUp();
    load.mockResolvedValue(org(3, 'one'));
    await importer.refresh();
    await importer.refresh();
    catalog.delete('group:default/g-0');
    catalog.set('group:default/g-1', 'by an old replica');
    await importer.refresh();
    await importer.refresh();
    expect(catalog.has('group:default/g-0')).toBe(true);
    expect(catalog.get('group:default/g-1')).not.toBe('by an old replica');
    expect(provider.replaceAll).toHaveBeenCalledTimes(4);
    const meta = { hash: 'one', entities: 3, added: 0, deleted: 0 };
    expect(success.mock.calls).toEqual([
      [{ meta: { ...meta, added: 3 } }],
      [{ meta: { ...meta, restored: 2 } }],
    ]);
    expect(events.publish).toHaveBeenCalledTimes(2);
  });

  it('does not take a catalog that is still at work for one that lost something', async () => {
    const { importer, load, provider, managed } = setUp();
    load.mockResolvedValue(org(3, 'one'));
    await importer.refresh();
    managed.digests.mockResolvedValueOnce(new Map());
    await importer.refresh();
    expect(provider.replaceAll).toHaveBeenCalledTimes(2);
    expect(success).toHaveBeenCalledTimes(1);
  });

  it('asks the catalog once for what it holds, however often its state is asked for', async () => {
    const { importer, load, managed } = setUp(5);
    load.mockResolvedValue(org(0, 'one', [wrong]));
    await importer.refresh();
    importer.status();
    expect(importer.status()).toMatchObject({ status: 'stale', entities: 5 });
    expect(managed.digests).toHaveBeenCalledTimes(1);
  });

  it('does not call an import failed that nobody could be told of', async () => {
    const { importer, load, events } = setUp();
    load.mockResolvedValue(org(3, 'one'));
    events.publish.mockRejectedValueOnce(new Error('no bus'));
    await expect(importer.refresh()).rejects.toThrow('no bus');
    expect(success).toHaveBeenCalledTimes(1);
    expect(fail).not.toHaveBeenCalled();
    expect(importer.status()).toMatchObject({ status: 'ok' });
  });

  it('keeps the last good model, logs a problem once and audits the refusal', async () => {
    const { importer, load, provider, logger } = setUp();
    load.mockResolvedValue(org(3, 'one'));
    await importer.refresh();
    load.mockResolvedValue(org(0, 'two', [wrong]));
    await importer.refresh();
    await importer.refresh();
    expect(provider.replaceAll).toHaveBeenCalledTimes(1);
    expect(importer.status()).toMatchObject({
      status: 'stale',
      entities: 3,
      problems: [wrong],
    });
    expect(logger.error.mock.calls).toEqual([
      ['Organization files: org.yaml:3:1 error wrong — right it'],
      [expect.stringContaining('keeps the last good model')],
    ]);
    expect(fail).toHaveBeenCalledTimes(1);
  });

  it('counts what the catalog holds after a restart, before it deletes', async () => {
    const { importer, load, provider } = setUp(100);
    load.mockResolvedValue(org(89, 'one'));
    await importer.refresh();
    expect(provider.replaceAll).not.toHaveBeenCalled();
    expect(importer.status()).toMatchObject({
      status: 'stale',
      entities: 100,
      problems: [
        {
          message:
            'the files would delete 11 of the 100 entities that came from them, more than 10 %: group:default/g-89, group:default/g-90, group:default/g-91, group:default/g-92, group:default/g-93 and 6 more',
        },
      ],
    });
    load.mockResolvedValue(org(90, 'two'));
    await importer.refresh();
    expect(provider.replaceAll).toHaveBeenCalledTimes(1);
  });

  it('is stale after a restart with bad files, and empty when nothing was ever read', async () => {
    for (const [inCatalog, status] of [
      [5, 'stale'],
      [0, 'empty'],
    ] as const) {
      const { importer, load } = setUp(inCatalog);
      load.mockResolvedValue(org(0, 'one', [wrong]));
      await importer.refresh();
      expect(importer.status()).toMatchObject({ status });
    }
  });

  it('tries again when the catalog did not take the model over', async () => {
    const { importer, load, provider, events } = setUp();
    load.mockResolvedValue(org(3, 'one'));
    provider.replaceAll.mockRejectedValueOnce(new Error('disk full'));
    await importer.refresh();
    expect(importer.status()).toMatchObject({
      status: 'empty',
      problems: [{ message: expect.stringContaining('disk full') }],
    });
    expect(fail).toHaveBeenCalledTimes(1);
    expect(events.publish).not.toHaveBeenCalled();
    await importer.refresh();
    expect(importer.status()).toMatchObject({
      status: 'ok',
      problems: [],
    });
    expect(success).toHaveBeenCalledWith({
      meta: { hash: 'one', entities: 3, added: 3, deleted: 0 },
    });
  });

  it('goes on after a reading that failed', async () => {
    const { importer, load, managed, provider } = setUp();
    load.mockResolvedValue(org(3, 'one'));
    managed.digests.mockRejectedValueOnce(
      new ServiceUnavailableError('not yet'),
    );
    await expect(importer.refresh()).rejects.toThrow('not yet');
    await importer.refresh();
    expect(provider.replaceAll).toHaveBeenCalledTimes(1);
  });

  it('reads one after the other, whoever asks', async () => {
    const { importer, load, provider } = setUp();
    load.mockResolvedValue(org(3, 'one'));
    const onlyChanged = true;
    await Promise.all([
      importer.refresh({ onlyChanged }),
      importer.refresh({ onlyChanged }),
    ]);
    expect(provider.replaceAll).toHaveBeenCalledTimes(1);
  });
});
