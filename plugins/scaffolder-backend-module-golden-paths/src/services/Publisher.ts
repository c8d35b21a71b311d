import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { CommitInfo } from '@squadron/plugin-git-node';

/** The step that publishes, as far as any action has it. */
export type PublishingStep = Omit<
  ActionContext<Record<string, never>>,
  'input' | 'output'
>;

/** What is published. */
export interface Publication {
  name: string;
  description?: string;
  /** Annotations of the group that will own it. */
  annotations: Readonly<Record<string, string>>;
  commit: CommitInfo;
}

/** Where a repository is, or would be. */
export interface PublishedPlace {
  /** What git clones. */
  cloneUrl: string;
  /** Its files, for people. */
  repositoryUrl: string;
  /** What the catalog reads. */
  catalogInfoUrl: string;
  /** Its name among those that the portal keeps; nothing elsewhere. */
  repository?: string;
}

/** Makes a repository of a workspace, with the branches `main` and `template` at one commit. */
export interface Publisher {
  place(name: string): PublishedPlace;
  /** @throws `ConflictError` when somebody has a repository of this name */
  requireFree(name: string): Promise<void>;
  /**
   * Again for the same task it answers the same.
   *
   * @returns the commit
   * @throws `ConflictError` when something else has made a repository of this name, which stays as it is
   */
  publish(step: PublishingStep, publication: Publication): Promise<string>;
}
