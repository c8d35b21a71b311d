// How much JavaScript does the first page need, beside an untouched Backstage 1.55 app?
// Both portals run with their own backend; Chromium counts what comes over the wire.
// See README.md in this folder.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { stockApp } from './stock.mjs';

const root = resolve(import.meta.dirname, '../..');
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const freePort = () =>
  new Promise(done => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

async function startPortal(app, extraConfig) {
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'first-page-'));
  const url = `http://localhost:${port}`;
  const config = {
    app: { baseUrl: url, ...extraConfig },
    backend: {
      baseUrl: url,
      listen: { port, host: '127.0.0.1' },
      database: { client: 'better-sqlite3', connection: ':memory:' },
    },
  };
  const child = spawn(
    process.execPath,
    [
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      'src/index.ts',
      '--config',
      '../../app-config.yaml',
    ],
    {
      cwd: join(app, 'packages/backend'),
      stdio: 'ignore',
      env: {
        ...process.env,
        NODE_ENV: 'development',
        GITHUB_TOKEN: 'unused',
        APP_CONFIG_app: JSON.stringify(config.app),
        APP_CONFIG_backend: JSON.stringify(config.backend),
      },
    },
  );
  const stop = () => {
    child.kill('SIGTERM');
    rmSync(data, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 240; tries += 1) {
    const ready = await fetch(`${url}/.backstage/health/v1/readiness`).catch(
      () => undefined,
    );
    if (ready?.ok) return { url, stop };
    if (child.exitCode !== null) break;
    await new Promise(next => setTimeout(next, 500));
  }
  stop();
  throw new Error(`The portal in ${app} did not become ready`);
}

const QUIET_MS = 3_000;

/** Waits until a state has not changed for a while. */
async function quiet(state) {
  let last;
  let since = Date.now();
  while (Date.now() - since < QUIET_MS) {
    const now = state();
    if (now !== last) since = Date.now();
    last = now;
    await new Promise(next => setTimeout(next, 100));
  }
}

/** Counts the JavaScript that a page loads until the network is quiet. */
async function countScripts(page, visit) {
  const session = await page.context().newCDPSession(page);
  const scripts = new Map();
  await session.send('Network.enable');
  session.on('Network.responseReceived', event => {
    if (event.type === 'Script') scripts.set(event.requestId, 0);
  });
  session.on('Network.loadingFinished', event => {
    if (scripts.has(event.requestId))
      scripts.set(event.requestId, event.encodedDataLength);
  });
  await visit();
  await quiet(() => [...scripts.values()].join());
  await session.detach();
  return {
    files: scripts.size,
    bytes: [...scripts.values()].reduce((sum, size) => sum + size, 0),
  };
}

async function measure(browser, { url }, signIn) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const first = await countScripts(page, () => page.goto(url));
  const landing = await countScripts(page, () => signIn(page));
  await context.close();
  return {
    'sign-in page': first,
    'sign-in and landing page': {
      files: first.files + landing.files,
      bytes: first.bytes + landing.bytes,
    },
  };
}

const kilobytes = ({ files, bytes }) =>
  `${(bytes / 1024).toFixed(0).padStart(6)} KB ${String(files).padStart(3)} files`;

const stock = await startPortal(
  stockApp(join(root, '.cache/benchmarks/stock-1.55')),
  {},
);
const squadron = await startPortal(root, {});
const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: CHROMIUM_ARGS,
});
try {
  const theirs = await measure(browser, stock, page =>
    page.getByRole('button', { name: 'Enter' }).click(),
  );
  const ours = await measure(browser, squadron, page =>
    page.getByRole('button', { name: /^Engineer/ }).click(),
  );
  for (const name of Object.keys(theirs)) {
    const ratio = ours[name].bytes / theirs[name].bytes;
    process.stdout.write(
      `${name.padEnd(26)} stock ${kilobytes(theirs[name])}   squadron ${kilobytes(ours[name])}   ratio ${ratio.toFixed(3)}\n`,
    );
    if (ratio > 1.1) process.exitCode = 1;
  }
} finally {
  await browser.close();
  stock.stop();
  squadron.stop();
}
