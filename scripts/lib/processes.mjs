import { spawn } from 'node:child_process';
import {
  closeSync,
  createWriteStream,
  mkdirSync,
  openSync,
  readSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { Failure } from './failure.mjs';
import { root } from './paths.mjs';

const TAIL = 64 * 1024;
const GRACE_MS = 10_000;
const FOLLOW_MS = 200;
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

/** Ends a child and all that it started as a crash does, without a word. */
export function kill(child) {
  signalGroup(child, 'SIGKILL');
}

function stopAll(exitCode) {
  if (stopSignal.aborted) return;
  stop.abort(new Failure('', { exitCode }));
  for (const child of running) end(child);
}

/**
 * Ctrl-C, a closed terminal, `kill` and the end of the launcher that started
 * this one end every child; the run then unwinds through its `finally` blocks.
 */
export function stopOnSignals() {
  for (const [signal, exitCode] of Object.entries(exitCodes)) {
    process.on(signal, () => stopAll(exitCode));
  }
  process.on('disconnect', () => stopAll(exitCodes.SIGTERM));
  process.channel?.unref();
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

/** A log that never ends the run by itself: when the disk is full, its error is told with the tail. */
class LogFile {
  error;
  #file;

  constructor(path) {
    mkdirSync(dirname(path), { recursive: true });
    this.#file = createWriteStream(path);
    this.#file.on('error', error => {
      this.error = error;
    });
  }

  write(text) {
    if (!this.error) this.#file.write(text);
  }

  end() {
    this.#file.end();
  }
}

/** Collects what a child prints, without colours: the end of it in memory, all of it in a log file. */
export function collect(child, { log: path, echo } = {}) {
  let tail = '';
  const log = path ? new LogFile(path) : undefined;
  const take = out => chunk => {
    const text = stripVTControlCharacters(chunk);
    tail = (tail + text).slice(-TAIL);
    log?.write(text);
    if (echo) out.write(chunk);
  };
  child.stdout.setEncoding('utf8').on('data', take(process.stdout));
  child.stderr.setEncoding('utf8').on('data', take(process.stderr));
  child.once('close', () => log?.end());
  return { tail: () => (log?.error ? `${tail}\n${log.error.code}` : tail) };
}

/** Runs a program to its end. Rejects only when it cannot be started or the person ends the run. */
export async function run(command, args, options = {}) {
  const { stdio, log, ...rest } = options;
  const { child, ended } = start(command, args, {
    ...rest,
    stdio: stdio ?? ['ignore', 'pipe', 'pipe'],
  });
  const output = stdio ? undefined : collect(child, { log });
  const { code } = await ended;
  if (!stdio) stopSignal.throwIfAborted();
  return { code, output: output?.tail() ?? '' };
}

/** Prints what is appended to an open file, from the place where the last call ended. */
function follower(file) {
  const buffer = Buffer.alloc(TAIL);
  let position = 0;
  return () => {
    for (;;) {
      const length = readSync(file, buffer, 0, buffer.length, position);
      if (length === 0) return;
      position += length;
      process.stdout.write(Buffer.from(buffer.subarray(0, length)));
    }
  };
}

/**
 * Runs a program while showing what it prints. It prints into a file: into a
 * pipe, a test runner that exits at once would lose its last lines.
 */
export async function runAloud(command, args, { log, ...options }) {
  mkdirSync(dirname(log), { recursive: true });
  const file = openSync(log, 'w+');
  const show = follower(file);
  const timer = setInterval(show, FOLLOW_MS);
  try {
    const stdio = ['ignore', file, file];
    const { code } = await start(command, args, { ...options, stdio }).ended;
    stopSignal.throwIfAborted();
    return { code };
  } finally {
    clearInterval(timer);
    show();
    closeSync(file);
  }
}
