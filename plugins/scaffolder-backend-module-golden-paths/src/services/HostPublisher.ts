import type { RootConfigService } from '@backstage/backend-plugin-api';
import { ConflictError, ForwardedError, toError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import {
  type GitHost,
  mainBranch,
  pushBranches,
  templateBranch,
  withFetched,
} from '@squadron/plugin-git-node';
import { ifThere } from '../domain/ifThere';
import type {
  Publication,
  PublishedPlace,
  Publisher,
  PublishingStep,
} from './Publisher';
import { type HostModules, makeOnHost, protectOnHost } from './hostActions';

/**
 * Publishes to GitHub or GitLab: Backstage's own actions make and protect the repository, git pushes what is in it.
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
    if (await this.#host.has(name)) throw this.#taken(name);
  }

  async publish(
    step: PublishingStep,
    publication: Publication,
  ): Promise<string> {
    const { name } = publication;
    // What this task has made before is its own; the host alone could not tell.
    await step.checkpoint({
      key: `make-${name}`,
      fn: () => this.#make(step, publication),
    });
    const commit = await this.#fill(step, publication).catch(error => {
      throw new ForwardedError(
        `${this.#host.page(name)} was made and stays, but could not be filled: see to the reason, then POST /api/scaffolder/v2/tasks/${step.task.id}/retry goes on from there`,
        error,
      );
    });
    await this.#protect(step, name);
    return commit;
  }

  async #make(step: PublishingStep, { name, description }: Publication) {
    await this.requireFree(name);
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
      // Of two at once the host refuses one.
      if (await this.#host.has(name)) throw this.#taken(name);
      throw error;
    }
    return { made: name };
  }

  /** What was pushed before stays as it is. */
  async #fill(
    { workspacePath }: PublishingStep,
    { name, commit }: Publication,
  ): Promise<string> {
    const access = await this.#host.access(name);
    const branches = [mainBranch, templateBranch];
    return withFetched(name, access, branches, async copy => {
      const [main, template] = await Promise.all(
        branches.map(branch => ifThere(copy.commitOf(name, branch))),
      );
      const made =
        main ??
        (await copy.write(name, {
          directory: workspacePath,
          branch: mainBranch,
          commit,
        }));
      const push = (branch: string) =>
        pushBranches(copy, name, access, [{ branch, commit: made }]);
      // The first branch that comes is the one that a clone checks out.
      if (!main) await push(mainBranch);
      if (!template) await push(templateBranch);
      return made;
    });
  }

  /** Not every plan of a host protects branches, and a repository without is as good as the plan. */
  async #protect(step: PublishingStep, name: string): Promise<void> {
    try {
      await protectOnHost(step, {
        host: this.#host,
        integrations: this.#integrations,
        modules: this.#modules,
        name,
      });
    } catch (error) {
      step.logger.warn(
        `${mainBranch} is not protected: ${toError(error).message}`,
      );
    }
  }

  #taken(name: string): ConflictError {
    return new ConflictError(
      `${this.#host.page(name)} is there already: choose another name`,
    );
  }
}
