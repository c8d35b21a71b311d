import { createMockDirectory } from '@backstage/backend-test-utils';
import { parse } from 'yaml';
import { type Manifest, openApiServer } from '../__testUtils__/apiServer';
import { type DryRun, startScaffolder } from '../__testUtils__/scaffolder';

// A backend starts, and a cluster is asked about every file.
jest.setTimeout(300_000);

/** The manifests of a project, as its kustomization lists them. */
function manifestsOf({ files }: DryRun): Manifest[] {
  const read = (name: string) => {
    const file = files.find(({ path }) => path === `deploy/${name}`);
    return file && parse(file.text);
  };
  const names: string[] = read('kustomization.yaml')?.resources ?? [];
  return names.map(
    name => read(name) ?? { kind: 'nothing', metadata: { name } },
  );
}

describe('what golden paths deploy', () => {
  const home = createMockDirectory();
  const { core, check } = openApiServer();
  let runs: DryRun[];
  let namespace: string;

  beforeAll(async () => {
    const made = await core.createNamespace({
      body: { metadata: { generateName: 'generated-' } },
    });
    namespace = made.metadata!.name!;
    const scaffolder = await startScaffolder({
      git: { directory: home.resolve('git') },
    });
    runs = await scaffolder.renderAll();
    await scaffolder.stop();
  });
  afterAll(async () => {
    await core.deleteNamespace({ name: namespace });
  });

  it('is taken by a real API server, for everything that runs', async () => {
    for (const run of runs) {
      const { template, fixture } = run;
      const asks = template.template.spec.parameters.some(
        ({ properties }) => 'environment' in properties,
      );
      const manifests = manifestsOf(run);
      expect([template.id, manifests.length > 0]).toEqual([template.id, asks]);
      for (const manifest of manifests) {
        const fault = await check(manifest, namespace);
        expect([template.id, fixture, manifest.kind, fault]).toEqual([
          template.id,
          fixture,
          manifest.kind,
          '',
        ]);
      }
    }
  });

  it('is refused by it for a field that there is not, and for a wrong value', async () => {
    const service = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'shop' },
    };
    const ports = [{ protocol: 'TCP', port: 80 }];
    expect(await check({ ...service, spec: { ports } }, namespace)).toBe('');
    const misspelt = { ...service, spec: { ports, selektor: {} } };
    expect(await check(misspelt, namespace)).toContain('selektor');
    const digits = { ...service, metadata: { name: '7shop' }, spec: { ports } };
    expect(await check(digits, namespace)).toContain('7shop');
  });
});
