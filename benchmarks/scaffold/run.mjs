/**
 * How long does a golden path take, from the submitted form to a service that is in the catalog with its
 * repository, its docs and its namespace in a real cluster? See README.md.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startKubernetes } from '../../scripts/lib/kubernetes.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { launchPortal } from '../../scripts/lib/portal.mjs';
import {
  PortalClient,
  serviceOfB1,
  until,
} from '../../scripts/lib/portalClient.mjs';
import {
  clusterEnv,
  preparePortalCluster,
} from '../../scripts/lib/portalCluster.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { stopOnSignals } from '../../scripts/lib/processes.mjs';

const run = promisify(execFile);
const rounds = Number(process.env.BENCHMARK_ROUNDS ?? 50);
const together = 10;
const wantedMs = 8_000;
const quick = { everyMs: 25, patienceMs: 120_000 };

function percentiles(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = part =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  return { p50: at(0.5), p95: at(0.95), most: sorted.at(-1) };
}

/** Makes one service; answers how long it took until each part was there. */
async function makeService(portal, { address, token }, name) {
  const began = performance.now();
  const since = () => performance.now() - began;
  const id = await portal.submit('node-service', serviceOfB1(name));
  const ended = await portal.untilEnded(id, quick);
  if (ended !== 'completed') {
    throw new Error(
      `${name} ${ended}: ${JSON.stringify(await portal.log(id))}`,
    );
  }
  const times = { task: since() };
  const entity = await until(
    `${name} in the catalog`,
    () => portal.entity('component', name),
    quick,
  );
  times.entity = since();
  const place = `environments/environments/dev/dev-${name}`;
  const { phase } = await portal.ask('GET', place);
  if (phase !== 'ready') throw new Error(`dev-${name} is ${phase}`);
  times.namespace = since();
  const clone = new URL(`${address}/api/git/repositories/${name}.git`);
  clone.username = 'engineer-b-1';
  clone.password = token;
  await run('git', ['ls-remote', '--exit-code', clone.href, 'main']);
  times.repository = since();
  const docs = `default/component/${entity.metadata.name}`;
  await (await portal.request('GET', `techdocs/sync/${docs}`)).text();
  const page = await portal.request(
    'GET',
    `techdocs/static/docs/${docs}/index.html`,
  );
  if (!page.ok) throw new Error(`${name} has no docs: ${page.status}`);
  times.docs = since();
  return times;
}

async function measure(portal, place) {
  const floor = [];
  const ours = [];
  for (let at = 0; at < rounds; at++) {
    const began = performance.now();
    const id = await portal.submit('floor', {});
    await portal.untilEnded(id, quick);
    floor.push(performance.now() - began);
    ours.push(await makeService(portal, place, `bench-${at}`));
  }
  const began = performance.now();
  const atOnce = await Promise.allSettled(
    Array.from({ length: together }, (_, at) =>
      makeService(portal, place, `together-${at}`),
    ),
  );
  return { floor, ours, atOnce, atOnceMs: performance.now() - began };
}

const seconds = ms => `${(ms / 1_000).toFixed(2)} s`.padStart(9);
const line = (what, ...cells) =>
  process.stdout.write(`${[what.padEnd(42), ...cells].join('  ')}\n`);

function report({ floor, ours, atOnce, atOnceMs }) {
  line('', '      p50', '      p95', '     most');
  const row = (what, times) => {
    const { p50, p95, most } = percentiles(times);
    line(what, ...[p50, p95, most].map(seconds));
    return { p50, p95 };
  };
  const least = row('floor: a task that writes one file', floor);
  for (const part of ['task', 'entity', 'namespace', 'repository']) {
    row(
      `${part} is there`,
      ours.map(times => times[part]),
    );
  }
  const all = row(
    'all of it, with docs',
    ours.map(({ docs }) => docs),
  );
  const met = all.p95 < wantedMs ? 'met' : 'MISSED';
  line('p95 under 8 s', met);
  line('times as long as the floor', (all.p50 / least.p50).toFixed(1));
  const good = atOnce.filter(({ status }) => status === 'fulfilled');
  line(`${together} at once`, `${good.length} succeeded`, seconds(atOnceMs));
  for (const { reason } of atOnce.filter(each => each.reason)) {
    line('', String(reason));
  }
}

stopOnSignals();
const dataDir = mkdtempSync(join(tmpdir(), 'squadron-scaffold-'));
const port = await freePort();
const address = `http://localhost:${port}`;
const kubernetes = await startKubernetes();
let portal;
try {
  const folders = [join(root, 'templates'), join(root, 'benchmarks/scaffold')];
  const locations = folders.map(folder => ({
    type: 'file',
    target: join(folder, '*/template.yaml'),
    rules: [{ allow: ['Template'] }],
  }));
  const env = {
    ...clusterEnv(await preparePortalCluster(kubernetes.kubeconfig)),
    APP_CONFIG_catalog_locations: JSON.stringify(locations),
    APP_CONFIG_squadron_sampleData: 'false',
  };
  portal = launchPortal({ node: process.execPath, env }, { port, dataDir });
  await portal.untilReady();
  const engineer = new PortalClient(address, 'engineer-b-1');
  await engineer.signIn();
  for (const template of ['floor', 'node-service']) {
    await until(
      `the template ${template}`,
      () => engineer.entity('template', template),
      { patienceMs: 180_000 },
    );
  }
  const { token } = await engineer.ask('POST', 'git/credentials', {
    label: 'benchmark',
  });
  report(await measure(engineer, { address, token }));
} finally {
  await portal?.stop();
  await kubernetes.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
