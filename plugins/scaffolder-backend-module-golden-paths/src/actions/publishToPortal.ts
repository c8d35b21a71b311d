import { ConflictError, InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  type GitService,
  checkRepositoryName,
} from '@squadron/plugin-git-node';
import { authorOf } from '../domain/author';
import { creatorOf } from '../domain/creator';

/** What a clone checks out, and where rendered templates are kept for later versions to be merged. */
const branches = ['main', 'template'] as const;

/** Publishes the workspace as a repository of the portal. */
export function publishToPortal({ git }: { git: GitService | undefined }) {
  return createTemplateAction({
    id: 'squadron:git:publish',
    description:
      'Publishes the workspace as a repository that the portal keeps. Again for the same task it answers the same; a repository of this name that something else has made is refused.',
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string().describe('Name of the repository'),
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
      const { name, message } = ctx.input;
      if (!git) {
        throw new InputError(
          'The portal keeps no repositories: publish to GitHub or GitLab, or name a folder in `squadron.git.directory`',
        );
      }
      checkRepositoryName(name);
      const { addresses, store } = git;
      const addressOf = (path: string) =>
        addresses.of({ name, ref: branches[0], path });
      ctx.output('cloneUrl', addresses.clone(name));
      ctx.output('repositoryUrl', addressOf(''));
      ctx.output('catalogInfoUrl', addressOf('catalog-info.yaml'));
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
      const commit = await store.create(name, {
        directory: ctx.workspacePath,
        branches: [...branches],
        creator: creatorOf(ctx.task.id),
        commit: { message, author: authorOf(ctx.user) },
      });
      ctx.logger.info(`Published to ${addresses.clone(name)}`);
      ctx.output('created', true);
      ctx.output('commit', commit);
    },
  });
}
