import type { GitStore } from './GitStore';
import {
  type BranchMove,
  type CommitInfo,
  commitOnTop,
  commitTree,
  moveBranches,
} from './commits';
import { type FileDiff, diffTrees } from './diff';
import { checkRelated, hasMerged, mergeTree } from './merging';

/** What comes of new files on one branch that another branch takes over; nothing has moved yet. */
export interface PreparedUpdate {
  /** What the other branch would change, when there are no conflicts. */
  changes: FileDiff[];
  /** Files that both have changed in the same place, with git's marks between; then nothing is merged. */
  conflicts: FileDiff[];
  /** Whether the other branch has all of it. */
  isMerged: boolean;
  /** What {@link GitUpdates.apply} needs. */
  plan: {
    branch: string;
    into: string;
    commit: CommitInfo;
    /** Where the branches were. */
    before: { branch: string; into: string };
    /** Commit with the new files, on top of the branch. */
    files: string;
    /** Tree of the merge. */
    tree: string;
  };
}

/** Brings new files of a branch that holds what was generated into the branch that people change. */
export class GitUpdates {
  readonly #store: GitStore;

  constructor(options: { store: GitStore }) {
    this.#store = options.store;
  }

  /**
   * Says what new files on a branch would change in another. No branch moves.
   *
   * @param options.directory - the new files
   * @param options.branch - what was generated before
   * @param options.into - what people have changed since
   * @throws `NotFoundError` when there is no such repository or branch; `ConflictError` when the branches have no
   *   commit in common
   */
  async prepare(
    name: string,
    options: {
      directory: string;
      branch: string;
      into: string;
      commit: CommitInfo;
    },
  ): Promise<PreparedUpdate> {
    const { directory, branch, into, commit } = options;
    const before = {
      branch: await this.#store.commitOf(name, branch),
      into: await this.#store.commitOf(name, into),
    };
    const gitDir = this.#store.path(name);
    await checkRelated(gitDir, branch, into);
    const files = await commitOnTop(gitDir, {
      directory,
      parent: before.branch,
      commit,
    });
    const { tree, conflicts } = await mergeTree(gitDir, before.into, files);
    const plan = { branch, into, commit, before, files, tree };
    const diffs = await diffTrees(gitDir, before.into, tree);
    const clashes = new Set(conflicts);
    return {
      isMerged: await hasMerged(gitDir, before.into, files),
      changes: diffs.filter(({ path }) => !clashes.has(path)),
      conflicts: conflicts.map(path =>
        named(
          // The branch keeps a file as it is that the new files no longer have.
          diffs.find(diff => diff.path === path) ?? {
            path,
            kind: 'removed',
            diff: '',
          },
          { [before.into]: into, [files]: branch },
        ),
      ),
      plan,
    };
  }

  /**
   * Does what was prepared: both branches move, or none. With conflicts the generated branch alone does, so
   * that somebody can merge it by hand.
   *
   * @returns the commit of the other branch then
   * @throws `ConflictError` when a branch has moved since
   */
  async apply(name: string, update: PreparedUpdate): Promise<string> {
    const { branch, into, commit, before, files, tree } = update.plan;
    const gitDir = this.#store.path(name);
    const moves: BranchMove[] = [];
    if (files !== before.branch) {
      moves.push({ branch, commit: files, before: before.branch });
    }
    let merged = before.into;
    if (!update.isMerged && update.conflicts.length === 0) {
      merged = await commitTree(gitDir, tree, commit, [before.into, files]);
      moves.push({ branch: into, commit: merged, before: before.into });
    }
    if (moves.length > 0) await moveBranches(gitDir, moves);
    return merged;
  }
}

/** The marks of a conflict with the names of branches, where git has commits. */
function named(
  conflict: FileDiff,
  names: Readonly<Record<string, string>>,
): FileDiff {
  const diff = Object.entries(names).reduce(
    (text, [commit, name]) => text.replaceAll(commit, name),
    conflict.diff,
  );
  return { ...conflict, diff };
}
