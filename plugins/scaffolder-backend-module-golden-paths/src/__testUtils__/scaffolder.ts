import {
  type BackendFeature,
  coreServices,
  createBackendPlugin,
  createServiceFactory,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  type CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { OrgTree } from '@squadron/plugin-org-model-common';
import {
  type OrgModelService,
  orgModelServiceRef,
} from '@squadron/plugin-org-model-node';
import request from 'supertest';
import goldenPathsModule from '..';
import type { HostConfig } from './host';
import { catalogOf } from './project';
import {
  type TemplateFolder,
  type TextFile,
  makesNew,
  readTemplates,
} from './templates';

/** What a golden path writes for a fixture. */
export interface DryRun {
  template: TemplateFolder;
  fixture: string;
  values: Record<string, unknown>;
  files: TextFile[];
}

const tagPolicy = resolvePackagePath(
  '@squadron/plugin-scaffolder-backend-module-golden-paths',
  '../../catalog-info/costs/tag-policy.yaml',
);

const tree = new OrgTree({
  at: '',
  groups: ['squad-b-1', 'unit-c-5-u-re1'].map(name => ({
    ref: `group:default/${name}`,
    name,
    title: name,
    type: 'squad',
    lifecycle: 'active',
    roles: [],
    onCall: false,
  })),
  people: [],
});

/** Answers as environments does where there is no cluster. */
const environmentsPlugin = createBackendPlugin({
  pluginId: 'environments',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init({ httpRouter }) {
        httpRouter.use(({ path }, response, next) => {
          if (path === '/clusters') response.json({ items: [] });
          else if (path === '/environments') {
            response.json({ clusters: [], items: [] });
          } else next();
        });
      },
    });
  },
});

/** A scaffolder with the actions of golden paths and the plugins that these ask. */
export async function startScaffolder({
  git,
  integrations = {},
  plugins = [environmentsPlugin],
  entities = [],
  catalog = catalogOf(entities),
}: {
  /** What `squadron.git` configures. */
  git: { directory: string } | HostConfig['squadron']['git'];
  integrations?: HostConfig['integrations'];
  plugins?: BackendFeature[];
  entities?: Entity[];
  catalog?: CatalogService;
}) {
  const orgModel: Partial<OrgModelService> = { tree: async () => tree };
  const backend = await startTestBackend({
    features: [
      scaffolderPlugin,
      goldenPathsModule,
      ...plugins,
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog,
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          backend: { baseUrl: 'http://localhost:7007' },
          integrations,
          squadron: { git: { ...git }, goldenPaths: { tagPolicy } },
        },
      }),
      createServiceFactory({
        service: orgModelServiceRef,
        deps: {},
        factory: () => orgModel as OrgModelService,
      }),
    ],
  });

  function dryRun({ template, content }: TemplateFolder, values: object) {
    return request(backend.server)
      .post('/api/scaffolder/v2/dry-run')
      .set('Authorization', mockCredentials.user.header())
      .send({
        template,
        values,
        secrets: {},
        directoryContents: content.map(({ path, text }) => ({
          path: `content/${path}`,
          base64Content: Buffer.from(text).toString('base64'),
        })),
      });
  }

  /** Runs a golden path that the catalog has to its end, and answers its log. */
  async function run(templateRef: string, values: object): Promise<string> {
    const { status, body } = await request(backend.server)
      .post('/api/scaffolder/v2/tasks')
      .set('Authorization', mockCredentials.user.header())
      .send({ templateRef, values });
    if (status !== 201) throw new Error(JSON.stringify(body));
    const events = await fetch(
      `http://localhost:${backend.server.port()}/api/scaffolder/v2/tasks/${body.id}/eventstream`,
      { headers: { authorization: mockCredentials.user.header() } },
    );
    let log = '';
    for await (const part of events.body ?? []) {
      log += Buffer.from(part);
      // A task that can be tried again keeps its stream open.
      if (log.includes('event: completion')) break;
    }
    return log;
  }

  async function render(template: TemplateFolder, values: object) {
    const { status, body } = await dryRun(template, values);
    if (status !== 200) {
      throw new Error(`${template.id}: ${JSON.stringify(body.error ?? body)}`);
    }
    const files: { path: string; base64Content: string }[] =
      body.directoryContents;
    return files.map(({ path, base64Content }) => ({
      path,
      text: Buffer.from(base64Content, 'base64').toString(),
    }));
  }

  /** Every golden path that makes something new, with each of its fixtures. */
  async function renderAll(): Promise<DryRun[]> {
    const runs: DryRun[] = [];
    for (const template of (await readTemplates()).filter(makesNew)) {
      for (const { name, values } of template.fixtures) {
        const files = await render(template, values);
        runs.push({ template, fixture: name, values, files });
      }
    }
    return runs;
  }

  return { dryRun, renderAll, run, stop: () => backend.stop() };
}
