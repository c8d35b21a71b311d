import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from './failure.mjs';
import { root } from './paths.mjs';

const TAIL = 64 * 1024;
const GRACE_MS = 10_000;
const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

const running = new Set();
const stop = new AbortController();

/** Aborted when the person ends the run; its reason is the Failure to end with. */
export const stopSignal = stop.signal;

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

/** Ends a child and all that it started: first politely, then for certain. */
export function end(child) {
  signalGroup(child, 'SIGTERM');
  setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS).unref();
}

/** Ctrl-C, a closed terminal and `kill` end every child; the run then unwinds through its `finally` blocks. */
export function stopOnSignals() {
  for (const [signal, exitCode] of Object.entries(exitCodes)) {
    process.on(signal, () => {
      if (stopSignal.aborted) return;
      stop.abort(new Failure('', { exitCode }));
      for (const child of running) end(child);
    });
  }
}

/** A child in a process group of its own, so that a Ctrl-C reaches it once, from here. */
export function start(command, args, { cwd = root, env, stdio } = {}) {
  stopSignal.throwIfAborted();
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio,
    detached: true,
  });
  running.add(child);
  const ended = new Promise((done, failed) => {
    child.once('error', error => {
      running.delete(child);
      failed(error);
    });
    child.once('close', (code, signal) => {
      running.delete(child);
      done({ code: code ?? exitCodes[signal] ?? 1, signal });
    });
  });
  return { child, ended };
}

/** Collects what a child prints: the end of it in memory, all of it in a log file. */
export function collect(child, { log, echo } = {}) {
  let tail = '';
  let logError;
  let file;
  if (log) {
    mkdirSync(dirname(log), { recursive: true });
    file = createWriteStream(log);
    file.on('error', error => {
      logError = error;
    });
  }
  for (const [stream, out] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ]) {
    stream.on('data', chunk => {
      tail = (tail + chunk).slice(-TAIL);
      if (file && !logError) file.write(chunk);
      if (echo) out.write(chunk);
    });
  }
  child.once('close', () => file?.end());
  return { tail: () => (logError ? `${tail}\n${logError.code}` : tail) };
}

/** Runs a program to its end. Rejects only when it cannot be started or the person ends the run. */
export async function run(command, args, options = {}) {
  const { stdio, log, echo, ...rest } = options;
  const { child, ended } = start(command, args, {
    ...rest,
    stdio: stdio ?? ['ignore', 'pipe', 'pipe'],
  });
  const output = stdio ? undefined : collect(child, { log, echo });
  const { code } = await ended;
  if (!stdio) stopSignal.throwIfAborted();
  return { code, output: output?.tail() ?? '' };
}
