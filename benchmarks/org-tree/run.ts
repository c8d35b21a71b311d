// How fast is the tree of 5,200 groups, beside what the stock portal does? See README.md in this folder.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Entity } from '@backstage/catalog-model';
import { makeOrganization, programmeSize } from './organization';
import type { BackendAddress } from './backend';
import { refOf, stockMembers, walkByLevel, walkOneByOne } from './walks';

const requests = 200;
const root = refOf('programme');

async function timed<T>(work: () => Promise<T>) {
  const started = performance.now();
  const result = await work();
  return { ms: performance.now() - started, result };
}

function percentile(sorted: number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

async function ask(backend: BackendAddress, path: string) {
  const response = await fetch(`${backend.baseUrl}/api/org-model${path}`, {
    headers: backend.headers,
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
  return text;
}

async function measure(backend: BackendAddress, path: string) {
  const times: number[] = [];
  for (let i = 0; i < requests; i++) {
    times.push((await timed(() => ask(backend, path))).ms);
  }
  times.sort((a, b) => a - b);
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}

async function untilSettled(backend: BackendAddress, groups: number) {
  const ready = async () => {
    // Asked first what costs little: the catalog is at work.
    const health = JSON.parse(await ask(backend, '/health'));
    if (health.groups !== groups) return false;
    return (await walkByLevel(backend, root)) === programmeSize;
  };
  while (!(await ready().catch(() => false))) {
    await new Promise(resolve => {
      setTimeout(resolve, 5_000);
    });
  }
}

function print(rows: string[][]): void {
  const widths = rows[0].map((_, i) =>
    Math.max(...rows.map(row => row[i].length)),
  );
  const lines = rows.map(row =>
    row.map((cell, i) => cell.padEnd(widths[i])).join('  '),
  );
  process.stdout.write(`\n${lines.join('\n')}\n\n`);
}

const ms = (value: number) => `${value.toFixed(1)} ms`;
const verdict = (isMet: boolean) => (isMet ? 'met' : 'MISSED');

async function compare(
  backend: BackendAddress,
  entities: Entity[],
): Promise<string[][]> {
  const groups = entities.filter(({ kind }) => kind === 'Group');
  const ingest = await timed(() => untilSettled(backend, groups.length));
  const names = groups.map(({ metadata }) => refOf(metadata.name));

  const single = await timed(() => walkOneByOne(backend, root));
  const levels = await timed(() => walkByLevel(backend, root));
  const tree = await measure(backend, `/tree?root=${root}`);
  const people = await measure(backend, `/people?group=${root}&limit=50`);
  const size = (await ask(backend, `/tree?root=${root}`)).length;
  const { total } = JSON.parse(await ask(backend, `/people?group=${root}`));
  const members = await stockMembers(backend, names.slice(0, programmeSize));

  return [
    ['what', 'time', 'beside the tree answer', 'target'],
    [
      `the catalog settled (${entities.length} entities)`,
      ms(ingest.ms),
      '',
      '',
    ],
    [
      `walk, one request per group (${single.result})`,
      ms(single.ms),
      `${(single.ms / tree.p50).toFixed(0)} times`,
      `≥ 500: ${verdict(single.ms / tree.p50 >= 500)}`,
    ],
    [
      `walk, one request per level (${levels.result})`,
      ms(levels.ms),
      `${(levels.ms / tree.p50).toFixed(1)} times`,
      `≥ 5: ${verdict(levels.ms / tree.p50 >= 5)}`,
    ],
    [
      `tree answer (${size} characters), p50 of ${requests}`,
      ms(tree.p50),
      '1',
      '',
    ],
    [
      `tree answer, p95 of ${requests}`,
      ms(tree.p95),
      '',
      `< 40 ms: ${verdict(tree.p95 < 40)}`,
    ],
    [`people view of ${total} people, p50`, ms(people.p50), '', ''],
    [`people view, p95`, ms(people.p95), '', ''],
    [
      `stock members request for ${programmeSize} groups`,
      `HTTP ${members}`,
      '',
      '',
    ],
  ];
}

/** Starts the backend beside this process, with the same loader of TypeScript. */
function startServer() {
  const server = fork(require.resolve('./server'));
  const ended = once(server, 'exit').then(() => {
    throw new Error('The backend ended; its message stands above');
  });
  const address = new Promise<BackendAddress>(resolve => {
    // The loader sends messages too, one for each file.
    server.on('message', (message: Partial<BackendAddress>) => {
      if (message.baseUrl) resolve(message as BackendAddress);
    });
  });
  return { server, ended, address };
}

async function main() {
  const { server, ended, address } = startServer();
  const measured = address.then(at => compare(at, makeOrganization()));
  print(await Promise.race([measured, ended]));
  server.send('stop');
  await ended.catch(() => {});
}

main().catch(error => {
  process.stderr.write(`${error.stack ?? error}\n`);
  process.exit(1);
});
