/**
 * How fast are the verdicts of 2,000 components, beside the checks of tech-insights over the same in the same
 * run? See README.md.
 */
import { gunzipSync } from 'node:zlib';
import { startPostgres } from '../../scripts/lib/postgres.mjs';
import { percentiles } from './client.mjs';
import { installPeer, peerVersion } from './install.mjs';
import { batchesOf, checks, components, days, refOf } from './organization.mjs';
import { runToEnd, start, startPoller } from './processes.mjs';
import { print, rowsOf } from './table.mjs';

const api = '/api/scorecards';
const rounds = { warm: 200, cold: 50, peer: 5 };
/** The fewest of three countings: what runs in the background has statements of its own. */
async function statementsOf(server, work, before) {
  const counted = [];
  for (let at = 0; at < 3; at++) {
    await before?.();
    await new Promise(resolve => {
      setTimeout(resolve, 1_500);
    });
    await server.tell('count', 'statements');
    await work();
    counted.push((await server.tell('count', 'statements')).statements);
  }
  return Math.min(...counted);
}

/** Asks again and again; `before` comes between, and is not measured. */
async function measure(server, path, { times, before }) {
  const taken = [];
  let bytes = 0;
  for (let at = 0; at < times; at++) {
    await before?.(at);
    const { ms, body } = await server.client.ask('GET', `${api}${path}`);
    taken.push(ms);
    bytes = body.length;
  }
  return { ...percentiles(taken), bytes };
}

async function push(server) {
  const today = Math.floor(Date.now() / 86_400_000);
  let samples = 0;
  let ms = 0;
  for (let day = today - days + 1; day <= today; day++) {
    for (const batch of batchesOf(day)) {
      const answer = await server.client.ask('POST', `${api}/samples`, {
        samples: batch,
      });
      const { rejected, errors } = JSON.parse(answer.body);
      if (rejected > 0) throw new Error(JSON.stringify(errors[0]));
      samples += batch.length;
      ms += answer.ms;
    }
    if (process.stdout.isTTY) process.stdout.write(`\r${samples} samples `);
  }
  if (process.stdout.isTTY) process.stdout.write('\r');
  return samples / (ms / 1_000);
}

/** Waits until the company's health of every day is there, and nothing is left to be rolled up. */
async function untilRolledUp(server) {
  const path = `${api}/health/group/default/company`;
  for (let at = 0; at < 600; at++) {
    const { body } = ungzip(await server.client.ask('GET', path));
    const { health, trend } = JSON.parse(body);
    const counted = health.met + health.atRisk + health.missed;
    const isDone =
      trend.length >= days && counted === components * checks.length;
    if (isDone && (await server.tell('past', 'past')).past === 0) return;
    await new Promise(resolve => {
      setTimeout(resolve, 1_000);
    });
  }
  throw new Error('The health of the company was not rolled up in 10 minutes');
}

function ungzip(answer) {
  const isPacked = answer.body[0] === 0x1f && answer.body[1] === 0x8b;
  return { ...answer, body: isPacked ? gunzipSync(answer.body) : answer.body };
}

async function measureOurs(env) {
  const server = await start('server.mjs', env);
  const poller = startPoller(server.address, `${api}/problems`);
  try {
    await poller.longest();
    const rate = await push(server);
    const waits = { push: await poller.longest() };
    await untilRolledUp(server);
    await poller.longest();
    let value = 0;
    // A sample that changes something, so that no kept answer fits any more.
    const change = () =>
      server.client.ask('POST', `${api}/samples`, {
        samples: [
          {
            kpi: 'kpi-9',
            entity: refOf(0),
            at: new Date().toISOString(),
            value: (value += 1),
          },
        ],
      });
    const paths = {
      verdicts: '/matrix?groupBy=kpi',
      health: '/health/group/default/company',
      page: '/entities?limit=200',
    };
    const found = { rate, waits, statements: {} };
    for (const [name, path] of Object.entries(paths)) {
      found.statements[name] = await statementsOf(
        server,
        () => server.client.ask('GET', `${api}${path}`),
        change,
      );
      found[name] = {
        cold: await measure(server, path, {
          times: rounds.cold,
          before: change,
        }),
        warm: await measure(server, path, { times: rounds.warm }),
      };
    }
    waits.read = await poller.longest();
    return found;
  } finally {
    await poller.stop();
    await server.stop();
  }
}

async function measurePeer(env) {
  const server = await start('peer.mjs', {
    ...env,
    BENCHMARK_PEER_DIRECTORY: installPeer(),
  });
  try {
    await server.tell('fill', 'filled');
    const body = {
      checks: checks.map(({ id }) => id),
      entities: Array.from({ length: components }, (_, at) => refOf(at)),
    };
    const ask = () =>
      server.client.ask('POST', '/api/tech-insights/checks/run', body);
    const first = ungzip(await ask());
    const answers = JSON.parse(first.body);
    if (answers.some(({ results }) => results.length !== checks.length)) {
      throw new Error(
        `The peer does not check all: ${first.body.subarray(0, 500)}`,
      );
    }
    const statements = await statementsOf(server, ask);
    const taken = [];
    for (let at = 0; at < rounds.peer; at++) taken.push((await ask()).ms);
    return { ...percentiles(taken), bytes: first.body.length, statements };
  } finally {
    await server.stop();
  }
}

async function measureOn(database, env) {
  const peer = await measurePeer(env);
  const floor = await runToEnd('floor.mjs', env, 'rate');
  const ours = await measureOurs(env);
  return rowsOf(database, ours, { peer, floor });
}

const postgres = await startPostgres();
try {
  print([
    ['what', 'p50', 'p95', `beside tech-insights ${peerVersion}`, 'target'],
    ...(await measureOn('SQLite', {})),
    ...(await measureOn('PostgreSQL', {
      BENCHMARK_DATABASE_URL: postgres.url,
    })),
  ]);
} finally {
  await postgres.stop();
}
