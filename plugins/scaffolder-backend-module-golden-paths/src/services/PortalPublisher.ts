import { ConflictError } from '@backstage/errors';
import {
  type GitService,
  mainBranch,
  templateBranch,
} from '@squadron/plugin-git-node';
import { creatorOf } from '../domain/creator';
import type {
  Publication,
  PublishedPlace,
  Publisher,
  PublishingStep,
} from './Publisher';

/** Publishes to the portal's own repositories, where what no golden path keeps at its end goes after a while. */
export class PortalPublisher implements Publisher {
  readonly #git: GitService;
  readonly #unkeptMinutes: number;
  readonly #now: () => Date;

  /** @param options.unkeptMinutes - how long a repository stays that no golden path keeps */
  constructor(options: {
    git: GitService;
    unkeptMinutes: number;
    now: () => Date;
  }) {
    this.#git = options.git;
    this.#unkeptMinutes = options.unkeptMinutes;
    this.#now = options.now;
  }

  place(name: string): PublishedPlace {
    const { addresses } = this.#git;
    return {
      cloneUrl: addresses.clone(name),
      repositoryUrl: addresses.of({ name, ref: mainBranch, path: '' }),
      catalogInfoUrl: addresses.definition(name),
      repository: name,
    };
  }

  async requireFree(name: string): Promise<void> {
    if (!(await this.#git.store.has(name))) return;
    throw new ConflictError(
      `There is a repository ${name} already: choose another name`,
    );
  }

  async publish(
    { task, workspacePath }: PublishingStep,
    { name, commit }: Publication,
  ): Promise<string> {
    return this.#git.store.create(name, {
      directory: workspacePath,
      branches: [mainBranch, templateBranch],
      creator: creatorOf(task.id),
      until: new Date(this.#now().getTime() + this.#unkeptMinutes * 60_000),
      commit,
    });
  }
}
