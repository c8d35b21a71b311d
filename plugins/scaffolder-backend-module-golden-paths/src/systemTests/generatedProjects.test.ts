import { createMockDirectory } from '@backstage/backend-test-utils';
import { layProject, runIn, startService } from '../__testUtils__/projects';
import { type DryRun, startScaffolder } from '../__testUtils__/scaffolder';

// Packages are installed, and services are built and started.
jest.setTimeout(600_000);

/** What an engineer does with a new project, and with what its image starts it. */
interface Recipe {
  fixtures: string[];
  /** Each has to end well. */
  commands: string[];
  /** Has to print nothing. */
  format?: string;
  start?: string;
}

const all = ['smallest', 'awkward', 'reserved'];

const recipes: Record<string, Recipe> = {
  'node-service': {
    // Once, since packages have to be installed.
    fixtures: ['awkward'],
    commands: ['npm install --no-audit --no-fund', 'npm run check', 'npm test'],
    start: 'node --import ./src/telemetry.ts src/main.ts',
  },
  'python-service': {
    fixtures: all,
    commands: [
      'python3 -W error -m compileall -q service tests',
      'python3 -m unittest',
    ],
    start: 'python3 -m service',
  },
  'data-pipeline': {
    fixtures: all,
    commands: [
      'python3 -W error -m compileall -q dags tests',
      'python3 -m unittest discover -s tests',
    ],
  },
  'go-service': {
    fixtures: all,
    commands: [
      'go vet ./...',
      'go test ./...',
      'go test -tags otel ./...',
      'go build -o service .',
    ],
    format: 'gofmt -l .',
    start: './service',
  },
  'typescript-library': {
    fixtures: ['awkward'],
    commands: [
      'npm install --no-audit --no-fund',
      'npm run check',
      'npm test',
      'npm pack --dry-run',
    ],
  },
};

const cases = Object.entries(recipes).flatMap(([id, recipe]) =>
  recipe.fixtures.map(fixture => ({ id, fixture, ...recipe })),
);

describe('a project that a golden path has made', () => {
  const home = createMockDirectory();
  let runs: DryRun[];

  beforeAll(async () => {
    const scaffolder = await startScaffolder({
      git: { directory: home.resolve('git') },
    });
    runs = await scaffolder.renderAll();
    await scaffolder.stop();
  });

  async function lay(id: string, fixture: string) {
    const run = runs.find(
      each => each.template.id === id && each.fixture === fixture,
    );
    const folder = home.resolve(id, fixture);
    await layProject(folder, run!.files);
    return { folder, values: run!.values };
  }

  it.each(cases)(
    'is built and tested: $id with the $fixture fixture',
    async ({ id, fixture, commands, format, start }) => {
      const { folder, values } = await lay(id, fixture);
      for (const command of commands) await runIn(folder, command);
      const unformatted = format ? await runIn(folder, format) : '';
      expect(unformatted).toBe('');
      if (!start) return;

      const service = await startService(folder, start);
      try {
        const { status, text } = await service.get('/healthz');
        expect([status, JSON.parse(text)]).toEqual([200, { status: 'ok' }]);
        const about = await service.get('/');
        expect(JSON.parse(about.text)).toEqual({ service: values.name });
        const metrics = await service.get('/metrics');
        expect(metrics.text).toContain(
          'http_requests_total{route="/healthz",status="200"} 1\n',
        );
        expect(metrics.text).toMatch(
          /^http_request_duration_seconds_bucket\{.*route="\/healthz".*\} 1$/m,
        );
      } finally {
        expect(await service.stop()).toBe(0);
      }
    },
  );
});
