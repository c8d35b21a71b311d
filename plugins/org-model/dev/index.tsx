import '@backstage/cli/asset-types';
import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  OrgChartOverlayBlueprint,
  OrgModelApi,
  orgModelApiRef,
} from '@squadron/plugin-org-model-react';
import orgModelPlugin from '../src';
import { generateLinks, generateTree } from './generateTree';

/** `?squads=45` makes an organization of about 2,000 groups. */
const squads = Number(
  new URLSearchParams(window.location.search).get('squads') ?? 5,
);
const nodes = generateTree(squads);

const api: Partial<OrgModelApi> = {
  tree: async () => ({ at: new Date().toISOString(), nodes }),
  links: async () => ({ links: generateLinks(nodes) }),
  problems: async () => ({
    definitions: { status: 'ok', problems: [] },
    tree: [],
  }),
  me: async () => ({ groups: [], roles: [], attention: [] }),
  group: async ({ params }) => {
    const node = nodes.find(({ name }) => name === params.name);
    if (!node) throw new NotFoundError(`There is no group ${params.name}`);
    return {
      ...node,
      leadThrough: undefined,
      mission: 'Run what everything else stands on, and keep it patched.',
      responsibilities: ['Kubernetes', 'Kernel patching within 48 h'],
      outputs: ['Clusters'],
      stack: [],
      kpis: [{ id: 'uptime', text: 'API uptime ≥ 99.95 %' }],
      objectives: [],
      cadences: [],
      teamDependencies: [],
      participants: [],
      ancestors: [],
      childGroups: [],
      dependsOn: [],
      dependencyOf: [],
    };
  },
};

const overlay = OrgChartOverlayBlueprint.make({
  name: 'example',
  params: {
    title: 'Example',
    loader: async () => {
      const chips = new Map(
        nodes.map(({ ref }, at) => [
          ref,
          {
            status: at % 5 === 0 ? ('at-risk' as const) : ('met' as const),
            text: `${at % 5} open`,
            title: `${at % 5} open seats`,
          },
        ]),
      );
      const reading = { chips };
      return () => reading;
    },
  },
});

const withoutBackend = createFrontendModule({
  pluginId: 'org-model',
  extensions: [
    ApiBlueprint.make({
      params: define =>
        define({
          api: orgModelApiRef,
          deps: {},
          factory: () => api as OrgModelApi,
        }),
    }),
    overlay,
  ],
});

createDevApp({ features: [orgModelPlugin, withoutBackend] });
