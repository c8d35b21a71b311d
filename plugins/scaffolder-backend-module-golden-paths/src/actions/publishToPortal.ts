import type { AuditorService } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  authorOf,
  checkRepositoryName,
  type GitService,
  mainBranch,
  templateBranch,
} from '@squadron/plugin-git-node';
import { goldenPathsProjectCreatePermission } from '@squadron/plugin-golden-paths-common';
import { creatorOf } from '../domain/creator';
import type { ProjectAuthorizer } from '../services/ProjectAuthorizer';
import { audited } from '../services/audited';

/** What a clone checks out, and where rendered templates are kept for later versions to be merged. */
const branches: [string, ...string[]] = [mainBranch, templateBranch];

/** Publishes the workspace as a repository of the portal. */
export function publishToPortal({
  auditor,
  git,
  projects,
  unkeptMinutes,
  now,
}: {
  auditor: AuditorService;
  git: GitService | undefined;
  projects: Pick<ProjectAuthorizer, 'require'>;
  /** How long a repository stays that no golden path keeps at its end. */
  unkeptMinutes: number;
  now: () => Date;
}) {
  return createTemplateAction({
    id: 'squadron:git:publish',
    description:
      'Publishes the workspace as a repository that the portal keeps. Again for the same task it answers the same; a repository of this name that something else has made is refused. It goes after a while unless squadron:environment:promote keeps it.',
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string().describe('Name of the repository'),
        owner: z => z.string().describe('Ref of the group that will own it'),
        message: z =>
          z.string().default('Create from a golden path').describe('Commit'),
      },
      output: {
        created: z =>
          z.boolean().describe('Whether this task has made the repository'),
        commit: z => z.string(),
        cloneUrl: z => z.string().describe('What git clones'),
        repositoryUrl: z => z.string().describe('Its files, for people'),
        catalogInfoUrl: z => z.string(),
      },
    },
    async handler(ctx) {
      const { name, owner, message } = ctx.input;
      if (!git) {
        throw new InputError(
          'The portal keeps no repositories: publish to GitHub or GitLab, or name a folder in `squadron.git.directory`',
        );
      }
      checkRepositoryName(name);
      await projects.require(
        goldenPathsProjectCreatePermission,
        await ctx.getInitiatorCredentials(),
        owner,
        ctx.signal,
      );
      const { addresses, store } = git;
      ctx.output('cloneUrl', addresses.clone(name));
      ctx.output(
        'repositoryUrl',
        addresses.of({ name, ref: mainBranch, path: '' }),
      );
      ctx.output('catalogInfoUrl', addresses.definition(name));
      if (ctx.isDryRun) {
        if (await store.has(name)) {
          throw new ConflictError(
            `There is a repository ${name} already: choose another name`,
          );
        }
        ctx.logger.info(`Would publish to ${addresses.clone(name)}`);
        ctx.output('created', false);
        return;
      }
      const change = {
        eventId: 'create-repository',
        meta: { repository: name, owner, task: ctx.task.id, by: ctx.user?.ref },
      };
      const made = {
        directory: ctx.workspacePath,
        branches,
        creator: creatorOf(ctx.task.id),
        until: new Date(now().getTime() + unkeptMinutes * 60_000),
        commit: { message, author: authorOf(ctx.user) },
      };
      const commit = await audited(auditor, change, () =>
        store.create(name, made),
      );
      ctx.logger.info(`Published to ${addresses.clone(name)}`);
      ctx.output('created', true);
      ctx.output('commit', commit);
    },
  });
}
