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
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { OrgTree } from '@squadron/plugin-org-model-common';
import {
  type OrgModelService,
  orgModelServiceRef,
} from '@squadron/plugin-org-model-node';
import request from 'supertest';
import goldenPathsModule from '..';
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
          else next();
        });
      },
    });
  },
});

/** A scaffolder with the actions of golden paths and the plugins that these ask. */
export async function startScaffolder({
  gitDirectory,
  plugins = [environmentsPlugin],
  entities = [],
}: {
  gitDirectory: string;
  plugins?: BackendFeature[];
  entities?: Entity[];
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
        factory: () => catalogOf(entities),
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          backend: { baseUrl: 'http://localhost:7007' },
          squadron: {
            git: { directory: gitDirectory },
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

  return { dryRun, renderAll, stop: () => backend.stop() };
}
