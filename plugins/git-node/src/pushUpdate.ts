import { ConflictError } from '@backstage/errors';
import type { GitStore } from './GitStore';
import type { PreparedUpdate } from './GitUpdates';
import type { BranchMove } from './commits';
import { ifThere } from './ifThere';
import { hasMerged } from './merging';
import { type GitAccess, fetchBranches, pushBranches } from './remotes';

/**
 * Pushes the new files of an update: onto the branch that holds what was generated, and onto one of their own, from
 * which a merge can be requested. People may settle conflicts on the latter, and their host may delete it once it is
 * merged. What is there already is not pushed again.
 *
 * @param copy - as the update was prepared in it
 * @param branch - of their own
 * @throws `ConflictError` when a branch has moved since, or that one has something else
 */
export async function pushUpdate(
  copy: GitStore,
  name: string,
  access: GitAccess,
  update: PreparedUpdate,
  branch: string,
  signal?: AbortSignal,
): Promise<void> {
  const { branch: generated, before, files } = update.plan;
  const moves: BranchMove[] = [];
  if (files !== before.branch) {
    moves.push({ branch: generated, commit: files, before: before.branch });
  }
  const place = { name, gitDir: copy.path(name) };
  await fetchBranches(place, access, [branch], signal);
  const there = await ifThere(copy.commitOf(name, branch));
  if (!there || !(await hasMerged(place.gitDir, there, files))) {
    if (there && !(await hasMerged(place.gitDir, files, there))) {
      throw new ConflictError(
        `The branch ${branch} of ${name} has commits of its own, but not the latest files: merge or delete it, and try once more`,
      );
    }
    moves.push({ branch, commit: files, before: there });
  }
  if (moves.length > 0) {
    await pushBranches(copy, name, access, moves, signal);
  }
}
