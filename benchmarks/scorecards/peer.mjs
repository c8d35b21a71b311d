// The peer's backend from where npm has installed it, with one fact retriever, ten facts and a check for each.
// It holds one row of facts for each component, which is the least that it can have.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fail, serve } from './backend.mjs';
import { checks, components, factsOf, refOf } from './organization.mjs';

const require = createRequire(
  join(process.env.BENCHMARK_PEER_DIRECTORY, 'package.json'),
);
const retriever = 'benchmark';

async function fill(knex) {
  const schema = Object.fromEntries(
    checks.map(({ fact }) => [fact, { type: 'integer', description: fact }]),
  );
  await knex('fact_schemas').insert({
    id: retriever,
    version: '1.0.0',
    schema: JSON.stringify(schema),
  });
  const rows = Array.from({ length: components }, (_, at) => ({
    id: retriever,
    version: '1.0.0',
    entity: refOf(at),
    facts: JSON.stringify(factsOf(at)),
    timestamp: new Date().toISOString(),
  }));
  await knex.batchInsert('facts', rows, 50);
}

const rules = Object.fromEntries(
  checks.map(({ id, name, fact }) => [
    id,
    {
      type: 'json-rules-engine',
      name,
      description: name,
      factIds: [retriever],
      rule: {
        conditions: {
          all: [{ fact, operator: 'greaterThanInclusive', value: 50 }],
        },
      },
    },
  ]),
);

const { knex } = await serve({
  require,
  pluginId: 'tech-insights',
  port: Number(process.env.BENCHMARK_PORT),
  config: { techInsights: { factChecker: { checks: rules } } },
  features: () =>
    [
      require('@backstage-community/plugin-tech-insights-backend'),
      require('@backstage-community/plugin-tech-insights-backend-module-jsonfc'),
    ].map(feature => feature.default ?? feature),
}).catch(fail);
process.on('message', async message => {
  if (message !== 'fill') return;
  await fill(knex()).catch(fail);
  process.send({ filled: true });
});
