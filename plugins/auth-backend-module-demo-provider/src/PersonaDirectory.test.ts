import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { PersonaDirectory } from './PersonaDirectory';

const ada: Entity = {
  apiVersion: 'backstage.io/v1beta1',
  kind: 'User',
  metadata: { name: 'ada', namespace: 'default', title: 'Ada' },
  spec: { memberOf: [] },
};

function setUp(pages: Entity[][][]) {
  let seconds = 0;
  const catalog = catalogServiceMock.mock();
  const answers = [...pages];
  catalog.streamEntities.mockImplementation(async function* stream(request) {
    const { kind } = request!.filter as { kind: string };
    if (kind === 'user') {
      yield* answers.shift() ?? [];
    }
  });
  const directory = PersonaDirectory.create({
    auth: mockServices.auth(),
    catalog,
    cacheSeconds: 15,
    now: () => new Date(seconds * 1000),
  });
  return {
    catalog,
    directory,
    wait: (passed: number) => {
      seconds += passed;
    },
  };
}

describe('PersonaDirectory', () => {
  it('reads the catalog once while the reading is fresh', async () => {
    const { catalog, directory, wait } = setUp([[[ada]], [[ada], [ada]]]);
    await expect(directory.list()).resolves.toHaveLength(1);
    wait(14);
    await directory.list();
    expect(catalog.streamEntities).toHaveBeenCalledTimes(2);

    wait(1);
    await expect(directory.list()).resolves.toHaveLength(2);
  });

  it('asks again at once while the catalog holds nobody', async () => {
    const { directory } = setUp([[], [[ada]]]);
    await expect(directory.list()).resolves.toEqual([]);
    await expect(directory.list()).resolves.toHaveLength(1);
  });

  it('does not keep a failure', async () => {
    const { catalog, directory } = setUp([[[ada]]]);
    catalog.streamEntities.mockImplementationOnce(() => {
      throw new Error('catalog is away');
    });
    await expect(directory.list()).rejects.toThrow('catalog is away');
    await expect(directory.list()).resolves.toHaveLength(1);
  });
});
