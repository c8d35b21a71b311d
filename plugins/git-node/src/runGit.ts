import { type ChildProcess, spawn } from 'node:child_process';
import { devNull } from 'node:os';
import { ServiceUnavailableError } from '@backstage/errors';

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
}

/** Nothing of the machine's or a person's own settings changes what the portal does, and nothing asks. */
const environment = {
  PATH: process.env.PATH ?? '',
  LC_ALL: 'C.UTF-8',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: devNull,
  GIT_TERMINAL_PROMPT: '0',
};

const settings = [
  // Repositories may lie on a volume of another user.
  'safe.directory=*',
  `core.hooksPath=${devNull}`,
  'core.autocrlf=false',
  'gc.auto=0',
  // A template that calls a folder otherwise does not move what people have put there.
  'merge.directoryRenames=false',
].flatMap(setting => ['-c', setting]);

/** Starts git on a repository, with its streams open. */
export function startGit(
  args: readonly string[],
  { gitDir, workTree, env }: GitOptions,
): ChildProcess & {
  stdin: NonNullable<ChildProcess['stdin']>;
  stdout: NonNullable<ChildProcess['stdout']>;
  stderr: NonNullable<ChildProcess['stderr']>;
} {
  const place = [`--git-dir=${gitDir}`];
  if (workTree) place.push(`--work-tree=${workTree}`);
  return spawn('git', [...settings, ...place, ...args], {
    cwd: workTree,
    env: { ...environment, ...env },
  });
}

/**
 * Runs git to its end.
 *
 * @throws `GitError` with what git said; `ServiceUnavailableError` where there is no git
 */
export function runGit(
  args: readonly string[],
  options: GitOptions,
): Promise<{ code: number; out: Buffer }> {
  return new Promise((resolve, reject) => {
    const child = startGit(args, options);
    const out: Buffer[] = [];
    const said: Buffer[] = [];
    child.stdout.on('data', part => out.push(part));
    child.stderr.on('data', part => said.push(part));
    // A git that ends before it has read all says why by its code.
    child.stdin.on('error', () => {});
    child.stdin.end(options.input);
    child.on('error', error =>
      reject(
        new ServiceUnavailableError(
          `git could not be started: install it where the portal runs (${error.message})`,
        ),
      ),
    );
    child.on('close', code => {
      if (code === 0 || (code !== null && options.allowed?.includes(code))) {
        resolve({ code, out: Buffer.concat(out) });
      } else {
        reject(new GitError(args, code, Buffer.concat(said).toString()));
      }
    });
  });
}

/** Runs git and answers what it printed, without the last line break. */
export async function gitText(
  args: readonly string[],
  options: GitOptions,
): Promise<string> {
  const { out } = await runGit(args, options);
  return out.toString().trimEnd();
}
