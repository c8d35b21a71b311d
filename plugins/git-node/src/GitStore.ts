import type { Readable } from 'node:stream';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  type BranchContent,
  type CommitInfo,
  commitFiles,
  commitTree,
  moveBranch,
} from './commits';
import { clearUnfinished, exists, gitDirOf, repositoriesIn } from './folder';
import { forgetUntil, noteMaking, readCreator, readUntil } from './keeping';
import { type NewRepository, makeRepository } from './making';
import { hasMerged, mergeTree } from './merging';
import { checkRef, isRepositoryName } from './names';
import { type Place, archiveAt, commitAt, fileAt, filesAt } from './reading';
import { moveAway, moveAwayUnkept } from './removing';
import { type Unkept, UnkeptNotes } from './unkept';

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
  readonly #notes: UnkeptNotes;

  /** @param options.directory - is made when the first repository is */
  constructor(options: { directory: string }) {
    this.#directory = options.directory;
    this.#notes = new UnkeptNotes(options.directory);
  }

  /** Names of all repositories, sorted. */
  async list(): Promise<string[]> {
    return repositoriesIn(this.#directory);
  }

  async has(name: string): Promise<boolean> {
    return isRepositoryName(name) && exists(this.path(name));
  }

  /** Where a repository lies, or would. */
  path(name: string): string {
    return gitDirOf(this.#directory, name);
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
    const isNew = await makeRepository(path, repository, async () => {
      if (until) await this.#notes.add({ name, until });
    });
    if (!isNew) {
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
    const gitDir = await this.#open(name);
    const until = await readUntil(gitDir);
    await forgetUntil(gitDir);
    if (until) await this.#notes.drop({ name, until });
  }

  /** What goes unless it is kept, without asking each repository: {@link isUnkept} says whether it still holds. */
  async unkept(): Promise<Unkept[]> {
    return this.#notes.list();
  }

  /** Whether a repository has this end and nobody has kept it; also when it has gone, but not all that goes with it. */
  async isUnkept(ending: Unkept): Promise<boolean> {
    return this.#notes.holds(ending);
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

  /**
   * @param most - bytes that the file may have; nothing reads it at any size
   * @throws `NotFoundError` when there is no such file at this branch or commit; `InputError` when it is larger
   */
  async readFile(
    name: string,
    ref: string,
    path: string,
    most?: number,
  ): Promise<Buffer> {
    return fileAt(await this.#find(name), ref, path, most);
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
    const gitDir = await this.#open(name);
    const until = await readUntil(gitDir);
    await moveAway(gitDir);
    if (until) await this.#notes.drop({ name, until });
  }

  /**
   * Takes a repository away unless it was kept or made again since its end was read.
   *
   * @param afterwards - takes away what goes with it, also what is left of one that has gone; when that fails,
   *   the repository comes back
   * @returns whether it has gone
   */
  async removeUnkept(
    { name, until }: Unkept,
    afterwards: () => Promise<void>,
  ): Promise<boolean> {
    const hasGone = await moveAwayUnkept(this.path(name), until, afterwards);
    await this.#notes.drop({ name, until });
    return hasGone;
  }

  /** Takes away what the making of repositories has left that was begun before a moment and then stopped. */
  async clearUnfinished(before: Date): Promise<void> {
    await clearUnfinished(this.#directory, before);
  }

  async #find(name: string): Promise<Place> {
    return { name, gitDir: await this.#open(name) };
  }

  async #open(name: string): Promise<string> {
    const path = this.path(name);
    if (await exists(path)) return path;
    throw new NotFoundError(`There is no repository ${name}`);
  }

  async #checkCreator(name: string, creator: string): Promise<void> {
    if ((await this.creatorOf(name)) === creator) return;
    throw new ConflictError(
      `There is a repository ${name} already, which something else has made: choose another name`,
    );
  }
}
