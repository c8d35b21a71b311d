import { VERSION_ANNOTATION } from '@squadron/plugin-golden-paths-common';
import {
  type TemplateFolder,
  makesNew,
  readTemplates,
} from '../__testUtils__/templates';

const steps = [
  'tags',
  'provenance',
  'write',
  'publish',
  'catalog',
  'environment',
  'promote',
];

/** What is the same in everything that runs, and cannot be shared between templates. */
const shared = [
  'argocd/application.yaml.njk',
  'deploy/deployment.yaml.njk',
  'deploy/kustomization.yaml.njk',
  'deploy/service.yaml.njk',
  'docs/production-readiness.md.njk',
  'mkdocs.yml.njk',
  'slo.yaml.njk',
];

function propertiesOf({ template }: TemplateFolder) {
  const pages = template.spec.parameters.map(({ properties }) => properties);
  return Object.entries(Object.assign({}, ...pages) as (typeof pages)[number]);
}

/** What a parameter can be, where that can be counted. */
function valuesOf(property: { type: string; enum?: unknown[] }): unknown[] {
  return property.type === 'boolean' ? [true, false] : (property.enum ?? []);
}

/** What cannot be told in the validator's own words: an expression, or a length without what is meant. */
const wordless = ['pattern', 'minLength', 'maxLength'] as const;

describe('the form of a golden path', () => {
  let templates: TemplateFolder[];
  beforeAll(async () => {
    templates = await readTemplates();
  });

  it('is called as its folder, and says its version', () => {
    for (const { id, template } of templates) {
      const { name, annotations } = template.metadata;
      expect(name).toBe(id);
      expect(annotations[VERSION_ANNOTATION]).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });

  it('is tried with two fixtures or more where it makes something new, with every value of a choice', () => {
    const tried = templates.filter(makesNew);
    expect(tried.map(({ id }) => id)).toContain('node-service');
    for (const template of tried) {
      const { fixtures, id } = template;
      expect([id, fixtures.length > 1]).toEqual([id, true]);
      for (const [name, property] of propertiesOf(template)) {
        const found = new Set(fixtures.map(({ values }) => values[name]));
        const missing = valuesOf(property).filter(value => !found.has(value));
        expect([id, name, missing]).toEqual([id, name, []]);
      }
    }
  });

  it('says in words, with an example, what a text must be', () => {
    const ruled = templates.flatMap(template =>
      propertiesOf(template).flatMap(([name, property]) =>
        wordless
          .filter(rule => property[rule] !== undefined)
          .map(rule => [
            `${template.id} ${name} ${rule}`,
            property.errorMessage?.[rule],
          ]),
      ),
    );
    expect(ruled).toContainEqual([
      'node-service costCenter pattern',
      expect.any(String),
    ]);
    expect(ruled).toEqual(
      ruled.map(([rule]) => [rule, expect.stringMatching(/such as \S/)]),
    );
  });

  it('takes the same steps to something new, and keeps it in the last one', () => {
    for (const { id, template } of templates.filter(makesNew)) {
      const { parameters, steps: taken } = template.spec;
      const asks = parameters.some(
        ({ properties }) => 'environment' in properties,
      );
      expect([id, taken.map(step => step.id)]).toEqual([
        id,
        steps.filter(step => step !== 'environment' || asks),
      ]);
    }
  });

  it('hands every value over that its content asks for', () => {
    for (const { id, template, content } of templates.filter(makesNew)) {
      const write = template.spec.steps.find(step => step.id === 'write');
      const given = Object.keys(write!.input.values as object);
      const asked = content
        .filter(({ path }) => path.endsWith('.njk'))
        .flatMap(({ text }) => [...text.matchAll(/\bvalues\.(\w+)/g)])
        .map(([, name]) => name);
      const lacking = asked.filter(name => !given.includes(name));
      expect([id, lacking]).toEqual([id, []]);
      const idle = given.filter(name => !asked.includes(name));
      expect([id, idle]).toEqual([id, []]);
    }
  });

  it('writes for every service what is the same in all of them', () => {
    const services = templates.filter(
      ({ template }) => template.spec.type === 'service',
    );
    for (const path of shared) {
      const texts = services.map(({ content }) =>
        content.find(file => file.path === path),
      );
      expect([path, new Set(texts.map(file => file?.text)).size]).toEqual([
        path,
        1,
      ]);
    }
  });
});
