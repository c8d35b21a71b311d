import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Failure, knownCause } from './failure.mjs';
import { holderOf, tryLock } from './lock.mjs';
import { backendDir, nodeTransform, root } from './paths.mjs';
import { portTaken } from './ports.mjs';
import { collect, end, kill, start, stopSignal } from './processes.mjs';

const POLL_MS = 300;
const PATIENCE_MS = 180_000;
const DISK_FULL = /ENOSPC|SQLITE_FULL|disk is full/;
// In development Backstage stays up, and not ready for ever, after its plugins failed to start.
const FAILED_START = /Backend startup failed due to the following errors/;

/** The settings of Backstage that a port and a data folder change, as APP_CONFIG_ variables. */
export function portalEnv({ port, dataDir }) {
  const address = `http://localhost:${port}`;
  return {
    APP_CONFIG_app_baseUrl: address,
    APP_CONFIG_backend_baseUrl: address,
    APP_CONFIG_backend_listen_port: String(port),
    APP_CONFIG_backend_database_connection_directory: join(dataDir, 'db'),
    APP_CONFIG_squadron_git_directory: join(dataDir, 'git'),
  };
}

/** A log message without the fields that the logger appends to it. */
function withoutFields(message) {
  return message.replace(/ type="unhandledRejection".*/, '');
}

/** What a backend's log names as the reason of its end: a plugin's failure, else the last error. */
function reasonIn(output) {
  const lines = output.split('\n');
  const named = lines.map(line =>
    /(Plugin '[^']+' )startup failed; caused by (.*)/.exec(line),
  );
  const [, plugin, cause] = named.find(Boolean) ?? [];
  if (plugin) return `${plugin}says: ${withoutFields(cause)}`.slice(0, 300);
  const errors = lines.filter(line => /\berror\b/i.test(line));
  return errors.pop()?.trim().slice(0, 300);
}

/** One sentence for a backend that ended by itself, from what it printed last. */
export function crashSentence({ output, port, log, moment }) {
  if (/EADDRINUSE/.test(output)) return portTaken(port);
  const missing = /Cannot find (?:module|package) '([^']+)'/.exec(output);
  if (missing) {
    return `The portal stopped ${moment} because ${missing[1]} is not there: delete the folder node_modules and run the same command again.`;
  }
  if (DISK_FULL.test(output)) return knownCause(output);
  const reason = reasonIn(output);
  return `The portal stopped ${moment}${
    reason ? ` (${reason})` : ''
  }: put right what is named there or in ${log} and run the same command again.`;
}

function configArguments() {
  return ['app-config.yaml', 'app-config.local.yaml']
    .map(name => join(root, name))
    .filter(existsSync)
    .flatMap(path => ['--config', path]);
}

function lockData(dataDir) {
  const lock = join(dataDir, 'portal.pid');
  const taken = tryLock(lock);
  if (taken) return taken;
  throw new Failure(
    `Another portal (process ${holderOf(lock)}) keeps its data in ${dataDir}: stop it, or give this one a folder of its own with "npm start -- --port 7100 --data .data/second".`,
  );
}

async function isReady(port) {
  try {
    const response = await fetch(
      `http://127.0.0.1:${port}/.backstage/health/v1/readiness`,
      { signal: AbortSignal.timeout(5_000) },
    );
    return response.status === 200;
  } catch {
    return false;
  }
}

async function untilReady(portal, port) {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await isReady(port))) {
    stopSignal.throwIfAborted();
    if (portal.stopped || portal.hasFailed()) {
      throw portal.failure('while it started');
    }
    if (Date.now() > deadline) {
      throw new Failure(
        `The portal was not ready after ${PATIENCE_MS / 60_000} minutes: read ${portal.log} to see what it waits for.`,
      );
    }
    await new Promise(done => setTimeout(done, POLL_MS));
  }
}

/** Starts the backend with the built web app in one process. */
export function launchPortal({ node, env }, { port, dataDir, verbose }) {
  mkdirSync(dataDir, { recursive: true });
  const { release, handTo } = lockData(dataDir);
  const path = join(dataDir, 'log/portal.log');
  if (existsSync(path)) renameSync(path, `${path}.1`);
  const { child, ended } = start(
    node,
    ['--require', nodeTransform, 'src/index.ts', ...configArguments()],
    {
      cwd: backendDir,
      env: {
        NODE_ENV: 'development',
        ...portalEnv({ port, dataDir }),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  if (child.pid) handTo(child.pid);
  const output = collect(child, { log: path, echo: verbose });
  const log = relative(process.cwd(), path) || path;
  const portal = {
    log,
    stopped: false,
    hasFailed: () =>
      [FAILED_START, DISK_FULL].some(sign => sign.test(output.tail())),
    failure: moment =>
      new Failure(crashSentence({ output: output.tail(), port, log, moment })),
    untilReady: () => untilReady(portal, port),
    stop: async () => {
      if (!portal.stopped) end(child);
      await portal.ended;
    },
    kill: async () => {
      kill(child);
      await portal.ended;
    },
  };
  portal.ended = ended.finally(() => {
    portal.stopped = true;
    release();
  });
  return portal;
}
