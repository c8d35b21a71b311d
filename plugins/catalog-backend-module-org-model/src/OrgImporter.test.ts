import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { ServiceUnavailableError } from '@backstage/errors';
import { DefinitionProblem } from '@squadron/backend-kit';
import { LoadedOrg } from '@squadron/plugin-org-model-node';
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
    const provider = {
      replaceAll: jest.fn(async (entities: LoadedOrg['entities']) => {
        return new Set(
          entities.map(({ entity }) => `group:default/${entity.metadata.name}`),
        );
      }),
    };
    const managed = {
      refs: jest.fn(
        async () =>
          new Set(
            org(inCatalog, '').entities.map(
              ({ entity }) => `group:default/${entity.metadata.name}`,
            ),
          ),
      ),
    };
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
    return { importer, load, provider, managed, logger, events };
  }

  beforeEach(() => jest.clearAllMocks());

  it('imports again only when a byte of the files has changed', async () => {
    const { importer, load, provider } = setUp();
    load.mockResolvedValue(org(3, 'one'));
    await importer.refresh();
    await importer.refresh();
    expect(provider.replaceAll).toHaveBeenCalledTimes(1);
    load.mockResolvedValue(org(4, 'two'));
    await importer.refresh();
    expect(provider.replaceAll).toHaveBeenCalledTimes(2);
    expect(await importer.status()).toMatchObject({
      status: 'ok',
      entities: 4,
    });
  });

  it('keeps the last good model, logs a problem once and audits the refusal', async () => {
    const { importer, load, provider, logger } = setUp();
    load.mockResolvedValue(org(3, 'one'));
    await importer.refresh();
    load.mockResolvedValue(org(0, 'two', [wrong]));
    await importer.refresh();
    await importer.refresh();
    expect(provider.replaceAll).toHaveBeenCalledTimes(1);
    expect(await importer.status()).toMatchObject({
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
    expect(await importer.status()).toMatchObject({
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
      expect(await importer.status()).toMatchObject({ status });
    }
  });

  it('tries again when the catalog did not take the model over', async () => {
    const { importer, load, provider, events } = setUp();
    load.mockResolvedValue(org(3, 'one'));
    provider.replaceAll.mockRejectedValueOnce(new Error('disk full'));
    await importer.refresh();
    expect(await importer.status()).toMatchObject({
      status: 'empty',
      problems: [{ message: expect.stringContaining('disk full') }],
    });
    expect(fail).toHaveBeenCalledTimes(1);
    expect(events.publish).not.toHaveBeenCalled();
    await importer.refresh();
    expect(await importer.status()).toMatchObject({
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
    managed.refs.mockRejectedValueOnce(new ServiceUnavailableError('not yet'));
    await expect(importer.refresh()).rejects.toThrow('not yet');
    await importer.refresh();
    expect(provider.replaceAll).toHaveBeenCalledTimes(1);
  });

  it('reads one after the other, whoever asks', async () => {
    const { importer, load, provider } = setUp();
    load.mockResolvedValue(org(3, 'one'));
    await Promise.all([importer.refresh(), importer.refresh()]);
    expect(provider.replaceAll).toHaveBeenCalledTimes(1);
  });
});
