import {
  TestBackend,
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  createServiceFactory,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import {
  componentEntityV1alpha1Validator,
  type Entity,
} from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { OrgTree } from '@squadron/plugin-org-model-common';
import {
  type OrgModelService,
  orgModelServiceRef,
} from '@squadron/plugin-org-model-node';
import { VERSION_ANNOTATION } from '@squadron/plugin-golden-paths-common';
import request from 'supertest';
import { parse, parseAllDocuments } from 'yaml';
import goldenPathsModule from '.';
import {
  type TemplateFolder,
  type TextFile,
  readTemplates,
} from './__testUtils__/templates';

// A backend starts, and runs every golden path with every fixture.
jest.setTimeout(60_000);

const groups = ['squad-b-1', 'unit-c-5-u-re1'];
const tagPolicy = resolvePackagePath(
  '@squadron/plugin-scaffolder-backend-module-golden-paths',
  '../../catalog-info/costs/tag-policy.yaml',
);
interface DryRun {
  template: TemplateFolder;
  values: Record<string, unknown>;
  files: TextFile[];
}

const encode = (text: string) => Buffer.from(text).toString('base64');

describe('the golden paths of the repository', () => {
  const home = createMockDirectory();
  const orgModel: Partial<OrgModelService> = {
    tree: async () =>
      new OrgTree({
        at: '',
        groups: groups.map(name => ({
          ref: `group:default/${name}`,
          name,
          title: name,
          type: 'squad',
          lifecycle: 'active',
          roles: [],
          onCall: false,
        })),
        people: [],
      }),
  };
  let backend: TestBackend;
  let templates: TemplateFolder[];
  let runs: DryRun[];

  beforeAll(async () => {
    templates = await readTemplates();
    backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        goldenPathsModule,
        catalogServiceMock.factory(),
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'http://localhost:3000' },
            backend: { baseUrl: 'http://localhost:7007' },
            squadron: {
              git: { directory: home.resolve('git') },
              goldenPaths: { tagPolicy },
            },
          },
        }),
        createServiceFactory({
          service: orgModelServiceRef,
          deps: {},
          factory: () => orgModel as OrgModelService,
        }),
      ],
    });
    runs = [];
    for (const template of templates) {
      for (const { values } of template.fixtures) {
        runs.push({ template, values, files: await dryRun(template, values) });
      }
    }
  });
  afterAll(() => backend.stop());

  async function dryRun(
    { template, content }: TemplateFolder,
    values: object,
  ): Promise<TextFile[]> {
    const answer = await request(backend.server)
      .post('/api/scaffolder/v2/dry-run')
      .set('Authorization', mockCredentials.user.header())
      .send({
        template,
        values,
        secrets: {},
        directoryContents: content.map(({ path, text }) => ({
          path: `content/${path}`,
          base64Content: encode(text),
        })),
      });
    expect([answer.status, answer.body.error]).toEqual([200, undefined]);
    const files: { path: string; base64Content: string }[] =
      answer.body.directoryContents;
    return files.map(({ path, base64Content }) => ({
      path,
      text: Buffer.from(base64Content, 'base64').toString(),
    }));
  }

  it('are tried with fixtures, each of them', () => {
    const tried = new Set(runs.map(({ template }) => template.id));
    expect(templates.length).toBeGreaterThan(0);
    expect([...tried]).toEqual(templates.map(({ id }) => id));
  });

  it('render every file that is to be rendered, and no other', () => {
    for (const { files, template } of runs) {
      const { content } = template;
      const found = new Map(files.map(({ path, text }) => [path, text]));
      const [rendered, plain] = [true, false].map(is =>
        content.filter(({ path }) => path.endsWith('.njk') === is),
      );
      for (const { path, text } of plain) {
        expect([path, found.get(path)]).toEqual([path, text]);
      }
      for (const { path } of rendered) {
        const written = found.get(path.replace(/\.njk$/, '')) ?? path;
        expect(written).not.toMatch(/\$\{\{ (?:values|parameters)|\.njk$/);
      }
      expect([...found.keys()].filter(path => path.endsWith('.njk'))).toEqual(
        [],
      );
    }
  });

  it('write YAML and JSON that can be read, whatever the description says', () => {
    for (const { files, values } of runs) {
      const faults = files
        .filter(({ path }) => /\.ya?ml$/.test(path))
        .flatMap(({ text }) => parseAllDocuments(text))
        .flatMap(({ errors }) => errors);
      expect(faults).toEqual([]);
      const manifests = files
        .filter(({ path }) => path.endsWith('package.json'))
        .map(({ text }) => JSON.parse(text));
      const { name, description } = values;
      for (const manifest of manifests) {
        expect(manifest).toMatchObject({ name, description });
      }
    }
  });

  it('define a component that the catalog takes, with owner, system and all tags', async () => {
    for (const { files, values } of runs) {
      const text = files.find(({ path }) => path === 'catalog-info.yaml');
      const entity: Entity = parse(text!.text);
      expect(await componentEntityV1alpha1Validator.check(entity)).toBe(true);
      expect(entity).toMatchObject({
        metadata: {
          name: values.name,
          description: values.description,
          labels: {
            owner: String(values.owner).split('/')[1],
            'cost-center': values.costCenter,
            service: values.name,
            environment: 'dev',
            'data-class': values.dataClass,
          },
        },
        spec: { owner: values.owner, system: values.system },
      });
    }
  });

  it('note which version made it, of which template, with which values', () => {
    for (const { files, values, template } of runs) {
      const text = files.find(({ path }) => path.includes('golden-path.yaml'));
      expect(
        template.template.metadata.annotations[VERSION_ANNOTATION],
      ).toMatch(/^\d+\.\d+\.\d+$/);
      expect(parse(text!.text)).toMatchObject({ values });
    }
  });

  it('say what is wrong with a tag before anything is made', async () => {
    const [template] = templates;
    const [{ values }] = template.fixtures;
    const answer = await request(backend.server)
      .post('/api/scaffolder/v2/dry-run')
      .set('Authorization', mockCredentials.user.header())
      .send({
        template: template.template,
        values: { ...values, owner: 'group:default/squad-b1' },
        secrets: {},
        directoryContents: [],
      });
    expect(JSON.stringify(answer.body)).toContain(
      'did you mean \\"squad-b-1\\"?',
    );
  });
});
