import type { Entity } from '@backstage/catalog-model';

/** Ref of the golden path that tests take. */
export const greeting = 'template:default/greeting';

/** What its form is filled with. */
export const values = {
  name: 'shop',
  owner: 'group:default/squad-b-1',
  costCenter: 'cc-b1',
};

const parameters = [
  {
    required: ['name', 'owner'],
    properties: {
      name: { type: 'string', pattern: '^[a-z-]+$' },
      owner: { type: 'string' },
      costCenter: { type: 'string' },
    },
  },
  // A field that the second version of the form has first.
  { properties: { port: { type: 'integer', default: 8080 } } },
];

const steps = [
  {
    id: 'tags',
    action: 'squadron:tags:check',
    input: {
      tags: {
        owner: "${{ parameters.owner | parseEntityRef | pick('name') }}",
        'cost-center': '${{ parameters.costCenter }}',
        service: '${{ parameters.name }}',
        environment: 'dev',
        'data-class': 'none',
      },
    },
  },
  {
    id: 'provenance',
    action: 'squadron:provenance:write',
    input: { values: '${{ parameters }}' },
  },
  {
    id: 'write',
    action: 'fetch:template',
    input: {
      url: './content',
      templateFileExtension: true,
      values: {
        name: '${{ parameters.name }}',
        port: '${{ parameters.port }}',
        version: '${{ steps.provenance.output.version }}',
      },
    },
  },
  {
    id: 'publish',
    action: 'squadron:git:publish',
    input: {
      name: '${{ parameters.name }}',
      owner: '${{ parameters.owner }}',
    },
  },
];

/** The golden path as the catalog has it; a change replaces what the first version says. */
export function templateEntity(change: {
  version: string;
  location: string;
  without?: string;
}): Entity {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: {
      namespace: 'default',
      name: 'greeting',
      title: 'Greeting',
      annotations: {
        'golden-paths.squadron/version': change.version,
        'backstage.io/managed-by-location': change.location,
      },
    },
    spec: {
      type: 'service',
      owner: 'group:default/squad-c-1',
      parameters:
        change.version === '1.0.0' ? parameters.slice(0, 1) : parameters,
      steps: steps.filter(({ id }) => id !== change.without),
      output: { text: '${{ steps.publish.output.cloneUrl }}' },
    },
  };
}

const body = Array.from({ length: 9 }, (_, at) => `Line ${at}.`).join('\n');

/** What its first version writes. */
export const firstContent = {
  'README.md.njk': `# \${{ values.name }}\n\n${body}\n\nThe end.\n`,
  'catalog-info.yaml.njk': 'version: ${{ values.version }}\n',
  'run.sh': '#!/bin/sh\n',
  'old.txt': 'old\n',
  'logo.png': Buffer.from([0x89, 0x00]),
};

/** What its second version writes. */
export const secondContent = {
  ...firstContent,
  'README.md.njk': `# \${{ values.name }}, better\n\n${body}\n\nThe end.\n`,
  'config.yaml.njk': 'port: ${{ values.port }}\n',
};
