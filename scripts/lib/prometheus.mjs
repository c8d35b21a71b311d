import { accessSync, constants, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { collect, end, start, stopSignal } from './processes.mjs';

const DEBIAN = '/usr/bin/prometheus';
const POLL_MS = 200;
const PATIENCE_MS = 60_000;

/** The Prometheus of the system tests; a missing one is a failure that names its package. */
export function requirePrometheus(
  path = process.env.PROMETHEUS_PATH ?? DEBIAN,
) {
  try {
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    throw new Failure(
      `Prometheus is not at ${path}: install it with "apt-get install prometheus", or name another with the variable PROMETHEUS_PATH.`,
    );
  }
}

async function isReady(url) {
  try {
    const { ok } = await fetch(`${url}/-/ready`, {
      signal: AbortSignal.timeout(5_000),
    });
    return ok;
  } catch {
    return false;
  }
}

/** Starts a Prometheus with data of its own that scrapes one target every few seconds. */
export function launchPrometheus(program, { port, target, dataDir, log }) {
  const config = join(dataDir, 'prometheus.json');
  // JSON is YAML.
  writeFileSync(
    config,
    JSON.stringify({
      // A portal with much to do answers late.
      global: { scrape_interval: '5s', scrape_timeout: '5s' },
      scrape_configs: [
        { job_name: 'squadron', static_configs: [{ targets: [target] }] },
      ],
    }),
  );
  const { child, ended } = start(
    program,
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(dataDir, 'prometheus')}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const output = collect(child, { log });
  const url = `http://127.0.0.1:${port}`;
  let stopped = false;
  const over = ended.finally(() => {
    stopped = true;
  });
  return {
    url,
    async untilReady() {
      const deadline = Date.now() + PATIENCE_MS;
      while (!(await isReady(url))) {
        stopSignal.throwIfAborted();
        if (stopped || Date.now() > deadline) {
          throw new Failure(
            `Prometheus did not start: ${output.tail().trim().slice(-300)}`,
          );
        }
        await new Promise(done => setTimeout(done, POLL_MS));
      }
    },
    async stop() {
      if (!stopped) end(child);
      await over;
    },
  };
}
