import { type ChildProcess, spawn } from 'node:child_process';
import { devNull } from 'node:os';
import {
  InputError,
  isError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { gitEnvironment } from './environment';

/** What git said when it failed. */
export class GitError extends Error {
  override readonly name = 'GitError';
  readonly code: number | null;

  constructor(args: readonly string[], code: number | null, said: string) {
    super(`git ${args[0]} ended with ${code}: ${said.trim()}`);
    this.code = code;
  }
}

export interface GitOptions {
  /** The repository. */
  gitDir: string;
  /** Folder whose files are the work tree. */
  workTree?: string;
  env?: Record<string, string>;
  /** What git reads. */
  input?: string | Buffer;
  /** Codes that are no failure, beside 0. */
  allowed?: readonly number[];
  /** Ends git, and what it has started. */
  signal?: AbortSignal;
}

/** No more of what git prints is kept in memory. */
const mostBytes = 100 * 1024 * 1024;
const mostBytesSaid = 64 * 1024;

const settings = [
  // Repositories may lie on a volume of another user.
  'safe.directory=*',
  `core.hooksPath=${devNull}`,
  'core.autocrlf=false',
  'gc.auto=0',
  // A template that calls a folder otherwise does not move what people have put there.
  'merge.directoryRenames=false',
].flatMap(setting => ['-c', setting]);

interface Collected {
  parts: Buffer[];
  /** Whether there was more. */
  isFull: boolean;
}

function collect(
  stream: NodeJS.ReadableStream,
  most: number,
  whenFull: () => void = () => {},
): Collected {
  const found: Collected = { parts: [], isFull: false };
  let bytes = 0;
  stream.on('data', (part: Buffer) => {
    bytes += part.length;
    if (bytes <= most) {
      found.parts.push(part);
    } else if (!found.isFull) {
      found.isFull = true;
      whenFull();
    }
  });
  return found;
}

function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.on('error', error =>
      reject(
        new ServiceUnavailableError(
          `git could not be started: install it where the portal runs, or publish to GitHub or GitLab instead (${error.message})`,
        ),
      ),
    );
    child.on('close', resolve);
  });
}

function endGit(child: ChildProcess, isGroup: boolean): void {
  if (child.pid === undefined) return;
  try {
    process.kill(isGroup ? -child.pid : child.pid);
  } catch (error) {
    // It has ended by itself.
    if (!isError(error) || error.code !== 'ESRCH') throw error;
  }
}

/** Starts git on a repository, with its streams open. */
export function startGit(
  args: readonly string[],
  { gitDir, workTree, env, signal }: GitOptions,
): ChildProcess & {
  stdin: NonNullable<ChildProcess['stdin']>;
  stdout: NonNullable<ChildProcess['stdout']>;
  stderr: NonNullable<ChildProcess['stderr']>;
} {
  const place = [`--git-dir=${gitDir}`];
  if (workTree) place.push(`--work-tree=${workTree}`);
  return spawn('git', [...settings, ...place, ...args], {
    cwd: workTree,
    env: { ...gitEnvironment(process.env), ...env },
    // What talks to hosts is a program of its own, which is to end with git.
    detached: signal !== undefined,
  });
}

/**
 * Runs git to its end.
 *
 * @throws `GitError` with what git said; `ServiceUnavailableError` where there is no git; `InputError` when it prints
 *   more than 100 MB; what the signal says, after git has ended
 */
export async function runGit(
  args: readonly string[],
  options: GitOptions,
): Promise<{ code: number; out: Buffer }> {
  const { input, allowed, signal } = options;
  signal?.throwIfAborted();
  const child = startGit(args, options);
  const end = () => endGit(child, signal !== undefined);
  signal?.addEventListener('abort', end);
  const out = collect(child.stdout, mostBytes, end);
  const said = collect(child.stderr, mostBytesSaid);
  // A git that ends before it has read all says why by its code.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  try {
    const code = await endOf(child);
    signal?.throwIfAborted();
    if (out.isFull) {
      throw new InputError(
        `git ${args[0]} prints more than ${mostBytes / 1024 / 1024} MB, which the portal does not read: make what is in the repository smaller`,
      );
    }
    if (code !== null && [0, ...(allowed ?? [])].includes(code)) {
      return { code, out: Buffer.concat(out.parts) };
    }
    throw new GitError(args, code, Buffer.concat(said.parts).toString());
  } finally {
    signal?.removeEventListener('abort', end);
  }
}

/** Runs git and answers what it printed, without the last line break. */
export async function gitText(
  args: readonly string[],
  options: GitOptions,
): Promise<string> {
  const { out } = await runGit(args, options);
  return out.toString().trimEnd();
}
