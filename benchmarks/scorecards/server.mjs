// The portal's backend with scorecards, in a process of its own as it is for a browser. The tree and the
// catalog, which other benchmarks measure, are answered from memory.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, serve } from './backend.mjs';
import { definitions, makeComponents, makeSnapshot } from './organization.mjs';

const require = createRequire(import.meta.url);
const { OrgTree } = require('@squadron/plugin-org-model-common');
const { orgModelServiceRef } = require('@squadron/plugin-org-model-node');
const { catalogServiceRef } = require('@backstage/plugin-catalog-node');

const directory = await mkdtemp(join(tmpdir(), 'scorecards-kpis-'));
await writeFile(join(directory, 'kpis.yaml'), definitions);
const tree = new OrgTree(makeSnapshot());
const components = new Map(
  makeComponents().map(entity => [
    `component:default/${entity.metadata.name}`,
    entity,
  ]),
);

const { knex } = await serve({
  require,
  pluginId: 'scorecards',
  port: Number(process.env.BENCHMARK_PORT),
  config: { scorecards: { definitions: { directory } } },
  features: ({ factoryOf }) => [
    factoryOf(orgModelServiceRef, { tree: async () => tree }),
    factoryOf(catalogServiceRef, {
      getEntitiesByRefs: async ({ entityRefs }) => ({
        items: entityRefs.map(ref => components.get(ref)),
      }),
      getEntities: async () => ({ items: [...components.values()] }),
      queryEntities: async () => ({ items: [], totalItems: 0, pageInfo: {} }),
    }),
    require('@squadron/plugin-scorecards-backend'),
  ],
}).catch(fail);
process.on('message', async message => {
  if (message !== 'past') return;
  const today = Math.floor(Date.now() / 86_400_000);
  const left = await knex()('dirty_days').where('day', '<', today);
  process.send({ past: left.length });
});
