import type { AuditorService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { GitService } from '@squadron/plugin-git-node';
import { locationOfRepository } from '../services/ProjectFinder';
import { audited } from '../services/audited';
import {
  type RemovalOptions,
  requireToRemove,
} from '../services/requireToRemove';

/** Archives a repository of the portal. */
export function removeRepository(
  options: RemovalOptions & {
    auditor: AuditorService;
    git: GitService | undefined;
  },
) {
  const { git } = options;
  return createTemplateAction({
    id: 'squadron:git:remove',
    description:
      'Archives a repository that the portal keeps: nobody can read or clone it any more, and whoever runs the portal can bring it back. One that has gone is no fault.',
    supportsDryRun: true,
    schema: {
      input: { name: z => z.string().describe('Name of the repository') },
      output: { removed: z => z.boolean().describe('Whether it was there') },
    },
    async handler(ctx) {
      const { name } = ctx.input;
      ctx.output('removed', false);
      if (!git) {
        throw new InputError(
          'The portal keeps no repositories: archive it where it lies, on GitHub or GitLab',
        );
      }
      if (!(await git.store.has(name))) {
        ctx.logger.info(`The repository ${name} is not there`);
        return;
      }
      await requireToRemove(
        options,
        locationOfRepository(name, git.addresses),
        await ctx.getInitiatorCredentials(),
      );
      if (ctx.isDryRun) {
        ctx.logger.info(`Would archive the repository ${name}`);
        return;
      }
      const change = {
        eventId: 'archive-repository',
        meta: { repository: name, task: ctx.task.id, by: ctx.user?.ref },
      };
      await audited(options.auditor, change, () => git.store.remove(name));
      ctx.output('removed', true);
      ctx.logger.info(`The repository ${name} is archived`);
    },
  });
}
