import type { RootConfigService } from '@backstage/backend-plugin-api';
import { ConflictError, ForwardedError, toError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import {
  type GitHost,
  type GitStore,
  firstCommits,
  mainBranch,
  ifThere,
  pushBranches,
  templateBranch,
  withFetched,
} from '@squadron/plugin-git-node';
import { isMarked, markOf } from '../domain/taskMark';
import type {
  Publication,
  PublishedPlace,
  Publisher,
  PublishingStep,
} from './Publisher';
import { type HostModules, makeOnHost } from './hostActions';

/**
 * Publishes to GitHub or GitLab: Backstage's own actions make the repository, git pushes what is in it.
 * The portal may delete nothing there, so that what a failed task leaves is filled when the task is tried again.
 */
export class HostPublisher implements Publisher {
  readonly #host: GitHost;
  readonly #config: RootConfigService;
  readonly #integrations: ScmIntegrations;
  readonly #modules: HostModules;

  constructor(options: {
    host: GitHost;
    config: RootConfigService;
    modules: HostModules;
  }) {
    this.#host = options.host;
    this.#config = options.config;
    this.#integrations = ScmIntegrations.fromConfig(options.config);
    this.#modules = options.modules;
  }

  place(name: string): PublishedPlace {
    return {
      cloneUrl: `${this.#host.page(name)}.git`,
      repositoryUrl: this.#host.page(name),
      catalogInfoUrl: this.#host.definition(name),
    };
  }

  async requireFree(name: string): Promise<void> {
    await this.#host.checkOwner();
    if (await this.#host.has(name)) throw this.#taken(name);
  }

  async publish(
    step: PublishingStep,
    publication: Publication,
  ): Promise<string> {
    const { name, annotations } = publication;
    const team = await this.#host.findTeam(annotations);
    // Whether the host has made it is not known where its answer was lost: only its content tells whose it is.
    await step.checkpoint({
      key: `ask-for-${name}`,
      fn: async () => {
        await this.requireFree(name);
        return { free: name };
      },
    });
    await this.#make(step, publication);
    try {
      const commit = await this.#fill(step, publication);
      await team?.admit(name);
      await this.#protect(step, name);
      return commit;
    } catch (error) {
      if (toError(error).name === 'ConflictError') throw error;
      throw new ForwardedError(
        `${this.#host.page(name)} was made and stays, but is not finished: see to the reason, then POST /api/scaffolder/v2/tasks/${step.task.id}/retry goes on from there`,
        error,
      );
    }
  }

  async #make(step: PublishingStep, { name, description }: Publication) {
    if (await this.#host.has(name)) return;
    try {
      await makeOnHost(step, {
        host: this.#host,
        config: this.#config,
        integrations: this.#integrations,
        modules: this.#modules,
        name,
        description,
      });
    } catch (error) {
      if (!(await this.#host.has(name))) throw error;
      step.logger.info(
        `${this.#host.page(name)} is there, though the host answered ${toError(error).message}`,
      );
    }
  }

  /** Of two that fill it at once, the host lets one make `main`. */
  async #fill(
    { task, workspacePath, signal }: PublishingStep,
    { name, commit }: Publication,
  ): Promise<string> {
    const access = await this.#host.access(name);
    const branches = [mainBranch, templateBranch];
    const fill = async (copy: GitStore) => {
      const [main, template] = await Promise.all(
        branches.map(branch => ifThere(copy.commitOf(name, branch))),
      );
      const push = (branch: string, pushed: string) =>
        pushBranches(copy, name, access, [{ branch, commit: pushed }], signal);
      if (main) {
        const first = await this.#firstOf(copy, name, task.id);
        if (!template) await push(templateBranch, first);
        return first;
      }
      const made = await copy.write(name, {
        directory: workspacePath,
        branch: mainBranch,
        commit: {
          ...commit,
          message: `${commit.message}\n\n${markOf(task.id)}`,
        },
      });
      // The first branch that comes is the one that a clone checks out.
      await push(mainBranch, made).catch(error => {
        const isLate = toError(error).name === 'ConflictError';
        throw isLate ? this.#taken(name) : error;
      });
      await push(templateBranch, made);
      return made;
    };
    return withFetched(name, access, branches, fill, signal);
  }

  /** What this task has pushed, whatever came on top of it. */
  async #firstOf(copy: GitStore, name: string, task: string): Promise<string> {
    const commits = await firstCommits(copy, name, mainBranch);
    const own = commits.find(({ message }) => isMarked(message, task));
    if (own) return own.id;
    throw this.#taken(name);
  }

  /** A repository of a plan that protects no branches is as good as the plan. */
  async #protect({ logger }: PublishingStep, name: string): Promise<void> {
    try {
      await this.#host.protect(name);
    } catch (error) {
      const { name: kind, message } = toError(error);
      if (kind !== 'NotImplementedError') throw error;
      logger.warn(`${mainBranch} is not protected: ${message}`);
    }
  }

  #taken(name: string): ConflictError {
    return new ConflictError(
      `${this.#host.page(name)} is there already: choose another name`,
    );
  }
}
