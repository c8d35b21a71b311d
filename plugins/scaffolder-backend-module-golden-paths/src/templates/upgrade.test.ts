import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { componentOf } from '../__testUtils__/project';
import { startScaffolder } from '../__testUtils__/scaffolder';
import { type TemplateFolder, readTemplates } from '../__testUtils__/templates';

// A backend starts.
jest.setTimeout(120_000);

const change = { path: 'README.md', kind: 'changed', diff: '' };
const newer = { from: '1.0.0', to: '1.1.0', changes: [change], conflicts: [] };
const mergeRequest = 'https://github.com/acme/shop/pull/7';
const requested = { ...newer, host: 'github', mergeRequest };

describe('template-upgrade', () => {
  const home = createMockDirectory();
  let update: object;
  let template: TemplateFolder;
  let scaffolder: Awaited<ReturnType<typeof startScaffolder>>;

  const goldenPaths = createBackendPlugin({
    pluginId: 'golden-paths',
    register(env) {
      env.registerInit({
        deps: { http: coreServices.httpRouter },
        async init({ http }) {
          http.use((_, response) => response.json(update));
        },
      });
    },
  });

  beforeAll(async () => {
    template = (await readTemplates()).find(
      ({ id }) => id === 'template-upgrade',
    )!;
    scaffolder = await startScaffolder({
      git: { directory: home.path },
      plugins: [goldenPaths],
      entities: [componentOf('shop')],
    });
  });
  afterAll(() => scaffolder.stop());

  /** What a task says at its end. */
  async function outputOf(answer: object) {
    update = answer;
    const [{ values }] = template.fixtures;
    const { body } = await scaffolder.dryRun(template, values);
    const links: { title: string; url?: string }[] = body.output.links;
    const texts: { title: string; content: string }[] = body.output.text;
    return { links: links.map(({ url }) => url), texts };
  }

  it('leads to the request on a host', async () => {
    const { links, texts } = await outputOf(requested);
    expect(links).toEqual([mergeRequest, undefined]);
    expect(texts).toEqual([
      {
        title: 'To be merged',
        content: expect.stringContaining(
          `A [request](${mergeRequest}) is open to bring version 1.0.0 to 1.1.0.`,
        ),
      },
    ]);
  });

  it('names what is to be settled in the request', async () => {
    const other = { ...change, path: 'ci.yaml' };
    const { texts } = await outputOf({
      ...requested,
      conflicts: [change, other],
    });
    expect(texts.map(({ title }) => title)).toEqual([
      'To be merged',
      'Settle these files first',
    ]);
    expect(texts[1].content).toContain('the same lines of README.md, ci.yaml.');
  });

  it('says so when there is nothing to do', async () => {
    const { links, texts } = await outputOf({
      ...newer,
      from: '1.1.0',
      changes: [],
    });
    expect(links).toEqual([undefined]);
    expect(texts.map(({ title }) => title)).toEqual(['Nothing to do']);
  });
});
