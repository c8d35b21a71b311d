import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { ScmIntegrations } from '@backstage/integration';
import type { GitHost } from '@squadron/plugin-git-node';
import type { PublishingStep } from './Publisher';

type Github =
  typeof import('@backstage/plugin-scaffolder-backend-module-github');
type Gitlab =
  typeof import('@backstage/plugin-scaffolder-backend-module-gitlab');

/** Backstage's modules of actions; what is not used need not be loaded. */
export interface HostModules {
  github(): Promise<Pick<Github, 'createGithubRepoCreateAction'>>;
  gitlab(): Promise<Pick<Gitlab, 'createPublishGitlabAction'>>;
}

/**
 * Makes an empty repository, with Backstage's own actions. Requests are merged by a merge commit alone, without which
 * the next update of the golden path conflicts.
 */
export async function makeOnHost(
  step: PublishingStep,
  options: {
    host: GitHost;
    config: RootConfigService;
    integrations: ScmIntegrations;
    modules: HostModules;
    name: string;
    description?: string;
  },
): Promise<void> {
  const { host, integrations, modules, config, name, description } = options;
  const output = () => {};
  const input = {
    repoUrl: host.repoUrl(name),
    repoVisibility: host.visibility,
  };
  if (host.kind === 'github') {
    const { createGithubRepoCreateAction } = await modules.github();
    const action = createGithubRepoCreateAction({ integrations });
    await action.handler({
      ...step,
      output,
      input: {
        ...input,
        description,
        allowSquashMerge: false,
        allowRebaseMerge: false,
      },
    });
    return;
  }
  const { createPublishGitlabAction } = await modules.gitlab();
  const action = createPublishGitlabAction({ integrations, config });
  await action.handler({
    ...step,
    output,
    input: {
      ...input,
      // Makes it empty.
      sourcePath: false,
      settings: {
        ...(description && { description }),
        merge_method: 'merge',
        squash_option: 'never',
      },
    },
  });
}
