import type { AuditorService } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { GitService } from '@squadron/plugin-git-node';
import { creatorOf } from '../../domain/creator';
import { audited } from '../../services/audited';
import type { Environments } from '../../services/createEnvironmentsClient';

/** @throws when a repository has gone, or is not what this task has made */
async function requireOwn(
  store: GitService['store'],
  name: string,
  creator: string,
): Promise<void> {
  if (!(await store.has(name))) {
    throw new NotFoundError(
      `The repository ${name} has gone: this took longer than what is not finished stays. Start the golden path anew.`,
    );
  }
  if ((await store.creatorOf(name)) !== creator) {
    throw new ConflictError(
      `The repository ${name} was made by something else: choose another name and start anew`,
    );
  }
}

/**
 * The last step of a golden path. Until it is done, all that the path has made goes by itself, whatever
 * happens to its task.
 */
export function promoteEnvironment(
  { client, as }: Environments,
  { auditor, git }: { auditor: AuditorService; git: GitService | undefined },
) {
  return createTemplateAction({
    id: 'squadron:environment:promote',
    description:
      'The last step of a golden path: keeps the environment for three days and the repository for good. What is not kept goes within half an hour.',
    supportsDryRun: true,
    schema: {
      input: {
        cluster: z => z.string().optional(),
        namespace: z =>
          z.string().optional().describe('Nothing where none was made'),
        repository: z =>
          z.string().optional().describe('Name of a repository of the portal'),
      },
      output: {
        expiresAt: z => z.string().describe('Until when the environment stays'),
      },
    },
    async handler(ctx) {
      const { cluster, namespace, repository } = ctx.input;
      if (ctx.isDryRun) {
        ctx.logger.info('Would keep what was made');
        return;
      }
      if (git && repository) {
        await requireOwn(git.store, repository, creatorOf(ctx.task.id));
      }
      // First what may fail: a repository of a task that failed is not to stay.
      if (cluster && namespace) {
        const token = await as(await ctx.getInitiatorCredentials());
        const params = { cluster, namespace };
        const kept = await client.promoteEnvironment({ params }, token);
        ctx.output('expiresAt', kept.expiresAt);
        ctx.logger.info(`${namespace} stays until ${kept.expiresAt}`);
      }
      if (git && repository) {
        const change = {
          eventId: 'keep-repository',
          meta: { repository, task: ctx.task.id, by: ctx.user?.ref },
        };
        await audited(auditor, change, () => git.store.keep(repository));
        ctx.logger.info(`The repository ${repository} stays`);
      }
    },
  });
}
