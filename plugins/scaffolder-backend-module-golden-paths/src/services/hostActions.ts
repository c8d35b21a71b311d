import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { ScmIntegrations } from '@backstage/integration';
import { type GitHost, mainBranch } from '@squadron/plugin-git-node';
import type { PublishingStep } from './Publisher';

type Github =
  typeof import('@backstage/plugin-scaffolder-backend-module-github');
type Gitlab =
  typeof import('@backstage/plugin-scaffolder-backend-module-gitlab');

/** Backstage's modules of actions; what is not used need not be loaded. */
export interface HostModules {
  github(): Promise<
    Pick<
      Github,
      'createGithubBranchProtectionAction' | 'createGithubRepoCreateAction'
    >
  >;
  gitlab(): Promise<Pick<Gitlab, 'createPublishGitlabAction'>>;
}

interface OnHost {
  host: GitHost;
  integrations: ScmIntegrations;
  modules: HostModules;
  name: string;
}

/** Makes an empty repository, with Backstage's own actions. */
export async function makeOnHost(
  step: PublishingStep,
  options: OnHost & { config: RootConfigService; description?: string },
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
    await action.handler({ ...step, output, input: { ...input, description } });
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
      settings: description ? { description } : {},
    },
  });
}

/** Protects the branch that people change; GitLab does so by itself. */
export async function protectOnHost(
  step: PublishingStep,
  { host, integrations, modules, name }: OnHost,
): Promise<void> {
  if (host.kind === 'gitlab') return;
  const { createGithubBranchProtectionAction } = await modules.github();
  const action = createGithubBranchProtectionAction({ integrations });
  await action.handler({
    ...step,
    output: () => {},
    input: { repoUrl: host.repoUrl(name), branch: mainBranch },
  });
}
