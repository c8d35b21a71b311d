import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import fc from 'fast-check';
import {
  isExecutable,
  toRendering,
  versionOf,
  withDefaults,
} from './rendering';

const ref = 'template:default/node-service';

function templateWith(
  actions: readonly string[],
  parameters: TemplateEntityV1beta3['spec']['parameters'] = [],
): TemplateEntityV1beta3 {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: {
      name: 'node-service',
      annotations: { 'golden-paths.squadron/version': '1.2.0' },
    },
    spec: {
      type: 'service',
      parameters,
      steps: actions.map(action => ({ action, input: { values: 'v' } })),
      output: { url: '${{ steps.publish.output.url }}' },
    },
  };
}

describe('what is rendered of a golden path', () => {
  it('is what its steps write into the workspace, and nothing beyond', () => {
    const writing = [
      'squadron:project:find',
      'squadron:tags:check',
      'squadron:provenance:write',
      'fetch:template',
      'fetch:plain:file',
      'fs:rename',
    ];
    const others = [
      'squadron:git:publish',
      'squadron:git:adopt',
      'squadron:catalog:ensure',
      'catalog:fetch',
      'publish:github',
      'fetches:all',
    ];
    const { spec } = toRendering(templateWith([...others, ...writing]), ref);
    expect(spec.steps.map(({ action }) => action)).toEqual(writing);
    expect(spec.output).toBeUndefined();
  });

  it('notes which template it is, of which version', () => {
    const template = templateWith(['squadron:provenance:write', 'fs:delete']);
    const [provenance, other] = toRendering(template, ref).spec.steps;
    expect(provenance.input).toEqual({
      values: 'v',
      template: ref,
      version: '1.2.0',
    });
    expect(other.input).toEqual({ values: 'v' });
  });

  it('is of no version where the golden path says none', () => {
    const { metadata, ...rest } = templateWith([]);
    expect(versionOf({ ...rest, metadata: { name: metadata.name } })).toBe(
      '0.0.0',
    );
  });
});

describe('values', () => {
  const pages = [
    { properties: { name: { type: 'string' }, port: { default: 8080 } } },
    { title: 'A page without fields' },
    { properties: { environment: { default: true }, odd: true } },
  ];

  it('get what the form would have put into new fields, of all pages', () => {
    expect(withDefaults(templateWith([], pages), { name: 'shop' })).toEqual({
      name: 'shop',
      port: 8080,
      environment: true,
    });
    const [page] = pages;
    expect(withDefaults(templateWith([], page), {})).toEqual({ port: 8080 });
  });

  it('keep their order, with new fields behind them', () => {
    const given = { environment: false, name: 'shop' };
    expect(Object.keys(withDefaults(templateWith([], pages), given))).toEqual([
      'environment',
      'name',
      'port',
    ]);
  });

  it('stay as they are where there are some, also empty ones', () => {
    const value = fc.constantFrom(0, false, '', null, 'text');
    const values = fc.record({ port: value, environment: value, own: value });
    fc.assert(
      fc.property(values, given => {
        expect(withDefaults(templateWith([], pages), given)).toEqual(given);
      }),
    );
  });
});

describe('a rendered file', () => {
  const content = Buffer.from('');
  const folder = [
    { path: 'content/run.sh.njk', content, executable: true },
    { path: 'content/bin/tool', content, executable: true },
    { path: 'content/bin/plain.sh', content },
    { path: 'content/overrun.sh', content },
  ];

  it.each([
    ['run.sh', true],
    ['bin/tool', true],
    ['bin/plain.sh', false],
    ['overrun.sh', false],
    ['new.sh', false],
  ])('is a program where its source is: %s', (path, expected) => {
    expect(isExecutable({ path }, folder)).toBe(expected);
  });

  it('is a program where it was fetched as one', () => {
    const fetched = { path: 'gradlew', executable: true };
    expect(isExecutable(fetched, folder)).toBe(true);
  });
});
