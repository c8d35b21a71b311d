import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { ConflictError, NotFoundError, isError } from '@backstage/errors';
import { checkRef, checkRepositoryName, isRepositoryName } from './names';
import { GitError, gitText, runGit, startGit } from './runGit';

const suffix = '.git';
const creatorKey = 'squadron.creator';
const noCommit = '0'.repeat(40);

/** What a commit says of itself. */
export interface CommitInfo {
  message: string;
  author: { name: string; email: string };
}

/** A merge of two branches; with conflicts nothing is written. */
export type MergeResult =
  | { conflicts: []; commit: string }
  | { conflicts: string[]; commit?: undefined };

/**
 * Bare git repositories in a folder: what the portal publishes to where no GitHub or GitLab is
 * configured. Everything is done by git itself; a branch moves only from where its writer saw it.
 */
export class GitStore {
  readonly #directory: string;

  /** @param options.directory - is made when the first repository is */
  constructor(options: { directory: string }) {
    this.#directory = options.directory;
  }

  /** Names of all repositories, sorted. */
  async list(): Promise<string[]> {
    const entries = await readdir(this.#directory).catch(ifMissing([]));
    return entries
      .filter(entry => entry.endsWith(suffix))
      .map(entry => entry.slice(0, -suffix.length))
      .filter(isRepositoryName)
      .sort();
  }

  async has(name: string): Promise<boolean> {
    return isRepositoryName(name) && this.#exists(this.path(name));
  }

  /** Where a repository lies, or would. */
  path(name: string): string {
    checkRepositoryName(name);
    return join(this.#directory, `${name}${suffix}`);
  }

  /**
   * Makes a repository with the files of a folder as its first commit. It is there as a whole or not at
   * all, and to ask again on behalf of the same creator does no harm.
   *
   * @param options.branches - all start at the first commit; the first is what a clone checks out
   * @param options.creator - on whose behalf, such as a task of the scaffolder
   * @returns the commit of the first branch
   * @throws `ConflictError` when somebody else has made a repository of this name
   */
  async create(
    name: string,
    options: {
      directory: string;
      branches: readonly [string, ...string[]];
      creator: string;
      commit: CommitInfo;
    },
  ): Promise<string> {
    const { directory, branches, creator, commit } = options;
    branches.forEach(checkRef);
    const [branch, ...others] = branches;
    const path = this.path(name);
    const made = join(this.#directory, `.new-${randomUUID()}`);
    await mkdir(this.#directory, { recursive: true });
    try {
      await runGit(
        ['init', '--quiet', '--bare', '--template=', `-b${branch}`, made],
        { gitDir: made },
      );
      await runGit(['config', creatorKey, creator], { gitDir: made });
      const first = await this.#commit(made, { directory, branch, commit });
      for (const other of others) await this.#move(made, other, first);
      // A folder that is not empty is not replaced: of two at once one fails.
      await rename(made, path);
    } catch (error) {
      if (!isTaken(error)) throw error;
      await this.#checkCreator(name, creator);
    } finally {
      await rm(made, { recursive: true, force: true });
    }
    return this.commitOf(name, branch);
  }

  /** On whose behalf a repository was made. */
  async creatorOf(name: string): Promise<string> {
    const gitDir = await this.#open(name);
    const { out } = await runGit(['config', '--default=', creatorKey], {
      gitDir,
      allowed: [1],
    });
    return out.toString().trim();
  }

  /**
   * Makes the files of a folder the content of a branch, which is made when it is not there. A branch
   * that has this content already stays as it is.
   *
   * @param options.parent - where the writer saw the branch; nothing for a new one
   * @throws `ConflictError` when the branch has moved since
   */
  async write(
    name: string,
    options: {
      directory: string;
      branch: string;
      parent?: string;
      commit: CommitInfo;
    },
  ): Promise<string> {
    checkRef(options.branch);
    return this.#commit(await this.#open(name), options);
  }

  /**
   * Merges a branch into another as `git merge` does, without a work tree.
   *
   * @returns the merge, or the files that both have changed in the same place
   */
  async merge(
    name: string,
    options: { from: string; into: string; commit: CommitInfo },
  ): Promise<MergeResult> {
    const { from, into, commit } = options;
    const gitDir = await this.#open(name);
    const theirs = await this.commitOf(name, from);
    const ours = await this.commitOf(name, into);
    const base = await gitText(['merge-base', ours, theirs], { gitDir });
    if (base === theirs) return { conflicts: [], commit: ours };
    const { code, out } = await runGit(
      [
        'merge-tree',
        '--write-tree',
        '--name-only',
        '-z',
        '--no-messages',
      ].concat(ours, theirs),
      { gitDir, allowed: [1] },
    );
    const [tree, ...files] = out.toString().split('\0').filter(Boolean);
    if (code === 1) return { conflicts: [...new Set(files)] };
    const merged = await this.#commitTree(gitDir, tree, commit, [ours, theirs]);
    await this.#move(gitDir, into, merged, ours);
    return { conflicts: [], commit: merged };
  }

  /** @throws `NotFoundError` when there is no such repository, branch or commit */
  async commitOf(name: string, ref: string): Promise<string> {
    checkRef(ref);
    const gitDir = await this.#open(name);
    const { code, out } = await runGit(
      ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`],
      { gitDir, allowed: [1] },
    );
    if (code === 1) {
      throw new NotFoundError(`${name} has no branch or commit "${ref}"`);
    }
    return out.toString().trim();
  }

  /** @throws `NotFoundError` when there is no such file at this branch or commit */
  async readFile(name: string, ref: string, path: string): Promise<Buffer> {
    const gitDir = await this.#open(name);
    const commit = await this.commitOf(name, ref);
    try {
      const { out } = await runGit(['cat-file', 'blob', `${commit}:${path}`], {
        gitDir,
      });
      return out;
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      throw new NotFoundError(`${name} has no file ${path} at ${ref}`);
    }
  }

  /** Paths of all files at a branch or commit. */
  async files(name: string, ref: string): Promise<string[]> {
    const gitDir = await this.#open(name);
    const commit = await this.commitOf(name, ref);
    const { out } = await runGit(
      ['ls-tree', '-r', '-z', '--name-only', commit],
      { gitDir },
    );
    return out.toString().split('\0').filter(Boolean);
  }

  /** A tar archive of all files at a branch or commit. */
  async archive(name: string, ref: string): Promise<Readable> {
    const gitDir = await this.#open(name);
    const commit = await this.commitOf(name, ref);
    const child = startGit(['archive', '--format=tar', commit], { gitDir });
    child.on('error', error => child.stdout.destroy(error));
    child.stderr.resume();
    child.stdin.end();
    return child.stdout;
  }

  /** Takes a repository away; it stays beside the others, hidden, until somebody deletes it there. */
  async remove(name: string): Promise<void> {
    const path = await this.#open(name);
    const trash = join(this.#directory, '.removed');
    await mkdir(trash, { recursive: true });
    await rename(path, join(trash, `${name}-${randomUUID()}${suffix}`));
  }

  async #open(name: string): Promise<string> {
    const path = this.path(name);
    if (await this.#exists(path)) return path;
    throw new NotFoundError(`There is no repository ${name}`);
  }

  async #exists(path: string): Promise<boolean> {
    return stat(path).then(() => true, ifMissing(false));
  }

  async #checkCreator(name: string, creator: string): Promise<void> {
    if ((await this.creatorOf(name)) === creator) return;
    throw new ConflictError(
      `There is a repository ${name} already, which something else has made: choose another name`,
    );
  }

  async #commit(
    gitDir: string,
    options: {
      directory: string;
      branch: string;
      parent?: string;
      commit: CommitInfo;
    },
  ): Promise<string> {
    const { directory, branch, parent, commit } = options;
    // An index of its own, so that two who write at once do not mix their files.
    const index = join(tmpdir(), `squadron-index-${randomUUID()}`);
    const place = {
      gitDir,
      workTree: directory,
      env: { GIT_INDEX_FILE: index },
    };
    try {
      // What a template writes is meant, also where its own .gitignore names it.
      await runGit(['add', '--all', '--force', '.'], place);
      const tree = await gitText(['write-tree'], place);
      if (parent) {
        const before = await gitText(['rev-parse', `${parent}^{tree}`], place);
        if (before === tree) return parent;
      }
      const made = await this.#commitTree(
        gitDir,
        tree,
        commit,
        parent ? [parent] : [],
      );
      await this.#move(gitDir, branch, made, parent);
      return made;
    } finally {
      await rm(index, { force: true });
    }
  }

  async #commitTree(
    gitDir: string,
    tree: string,
    { message, author }: CommitInfo,
    parents: readonly string[],
  ): Promise<string> {
    const env = {
      GIT_AUTHOR_NAME: author.name,
      GIT_AUTHOR_EMAIL: author.email,
      GIT_COMMITTER_NAME: author.name,
      GIT_COMMITTER_EMAIL: author.email,
    };
    const from = parents.flatMap(parent => ['-p', parent]);
    return gitText(['commit-tree', tree, ...from, '-m', message], {
      gitDir,
      env,
    });
  }

  async #move(
    gitDir: string,
    branch: string,
    commit: string,
    before = noCommit,
  ): Promise<void> {
    try {
      await runGit(['update-ref', `refs/heads/${branch}`, commit, before], {
        gitDir,
      });
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      throw new ConflictError(
        `The branch ${branch} has changed meanwhile: read it again and try once more`,
      );
    }
  }
}

function ifMissing<T>(answer: T): (error: unknown) => T {
  return error => {
    if (isError(error) && error.code === 'ENOENT') return answer;
    throw error;
  };
}

function isTaken(error: unknown): boolean {
  return (
    isError(error) && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST')
  );
}
