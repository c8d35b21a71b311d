import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { ConflictError, NotFoundError, isError } from '@backstage/errors';
import {
  type BranchContent,
  type CommitInfo,
  commitFiles,
  commitTree,
  moveBranch,
} from './commits';
import { forgetUntil, noteMaking, readCreator, readUntil } from './keeping';
import { type NewRepository, makeRepository } from './making';
import { hasMerged, mergeTree } from './merging';
import { checkRef, checkRepositoryName, isRepositoryName } from './names';
import { type Place, archiveAt, commitAt, fileAt, filesAt } from './reading';
import { type Ending, moveAway, moveAwayUnkept } from './removing';

const suffix = '.git';

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
   * @returns the commit of the first branch
   * @throws `ConflictError` when somebody else has made a repository of this name
   */
  async create(name: string, repository: NewRepository): Promise<string> {
    const { creator, until } = repository;
    const path = this.path(name);
    if (!(await makeRepository(path, repository))) {
      await this.#checkCreator(name, creator);
      // Who makes it again has the whole time again.
      if (until && (await this.keptUntil(name))) {
        await noteMaking(path, { creator, until });
      }
    }
    return this.commitOf(name, repository.branches[0]);
  }

  /** On whose behalf a repository was made. */
  async creatorOf(name: string): Promise<string> {
    return readCreator(await this.#open(name));
  }

  /** Until when a repository stays; nothing for one that is kept. */
  async keptUntil(name: string): Promise<Date | undefined> {
    return readUntil(await this.#open(name));
  }

  /** From now on a repository stays. */
  async keep(name: string): Promise<void> {
    await forgetUntil(await this.#open(name));
  }

  /**
   * Makes the files of a folder the content of a branch, which is made when it is not there. A branch
   * that has this content already stays as it is.
   *
   * @param options.parent - where the writer saw the branch; nothing for a new one
   * @throws `ConflictError` when the branch has moved since
   */
  async write(name: string, options: BranchContent): Promise<string> {
    checkRef(options.branch);
    return commitFiles(await this.#open(name), options);
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
    if (await hasMerged(gitDir, ours, theirs)) {
      return { conflicts: [], commit: ours };
    }
    const { tree, conflicts } = await mergeTree(gitDir, ours, theirs);
    if (conflicts.length > 0) return { conflicts };
    const merged = await commitTree(gitDir, tree, commit, [ours, theirs]);
    await moveBranch(gitDir, into, merged, ours);
    return { conflicts: [], commit: merged };
  }

  /** @throws `NotFoundError` when there is no such repository, branch or commit */
  async commitOf(name: string, ref: string): Promise<string> {
    return commitAt(await this.#find(name), ref);
  }

  /** @throws `NotFoundError` when there is no such file at this branch or commit */
  async readFile(name: string, ref: string, path: string): Promise<Buffer> {
    return fileAt(await this.#find(name), ref, path);
  }

  /** Paths of all files at a branch or commit. */
  async files(name: string, ref: string): Promise<string[]> {
    return filesAt(await this.#find(name), ref);
  }

  /** A tar archive of all files at a branch or commit. */
  async archive(name: string, ref: string): Promise<Readable> {
    return archiveAt(await this.#find(name), ref);
  }

  /** Takes a repository away; it stays beside the others, hidden, until somebody deletes it there. */
  async remove(name: string): Promise<void> {
    await moveAway(await this.#open(name));
  }

  /**
   * Takes a repository away unless it was kept or made again since its end was read.
   *
   * @returns whether it has gone
   */
  async removeUnkept(name: string, ending: Ending): Promise<boolean> {
    return moveAwayUnkept(await this.#open(name), ending);
  }

  async #find(name: string): Promise<Place> {
    return { name, gitDir: await this.#open(name) };
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
}

function ifMissing<T>(answer: T): (error: unknown) => T {
  return error => {
    if (isError(error) && error.code === 'ENOENT') return answer;
    throw error;
  };
}
