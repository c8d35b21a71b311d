import type {
  AuditorService,
  AuthService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { authorOf, checkRepositoryName } from '@squadron/plugin-git-node';
import { goldenPathsProjectCreatePermission } from '@squadron/plugin-golden-paths-common';
import type { PatientAuthorizer } from '../services/PatientAuthorizer';
import type { Publisher } from '../services/Publisher';
import { componentRefOf } from '../services/ProjectFinder';
import { audited } from '../services/audited';
import { requireFreeComponent } from '../services/requireFreeComponent';

/** Publishes the workspace where this installation keeps repositories. */
export function publishRepository({
  auditor,
  auth,
  catalog,
  projects,
  publisher,
}: {
  auditor: AuditorService;
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  projects: Pick<PatientAuthorizer, 'require'>;
  publisher: Publisher | undefined;
}) {
  return createTemplateAction({
    id: 'squadron:git:publish',
    description:
      'Publishes the workspace as a repository: on the GitHub or GitLab of `squadron.git.publishTo`, else among those that the portal keeps. Again for the same task it answers the same; a repository of this name that something else has made is refused. One that the portal keeps goes after a while unless squadron:environment:promote keeps it.',
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string().describe('Name of the repository'),
        owner: z => z.string().describe('Ref of the group that will own it'),
        description: z =>
          z.string().optional().describe('For GitHub or GitLab'),
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
        repository: z =>
          z
            .string()
            .optional()
            .describe('Its name, where the portal keeps it; nothing elsewhere'),
      },
    },
    async handler(ctx) {
      const { name, owner, description, message } = ctx.input;
      if (!publisher) {
        throw new InputError(
          'There is nowhere to publish to: name GitHub or GitLab in `squadron.git.publishTo`, or a folder in `squadron.git.directory`',
        );
      }
      checkRepositoryName(name);
      await projects.require(
        goldenPathsProjectCreatePermission,
        await ctx.getInitiatorCredentials(),
        owner,
        ctx.signal,
      );
      const place = publisher.place(name);
      // Whoever may make something need not see who has the name, nor the group.
      const credentials = await auth.getOwnServiceCredentials();
      await requireFreeComponent(catalog, {
        entityRef: componentRefOf(name),
        target: place.catalogInfoUrl,
        credentials,
      });
      ctx.output('cloneUrl', place.cloneUrl);
      ctx.output('repositoryUrl', place.repositoryUrl);
      ctx.output('catalogInfoUrl', place.catalogInfoUrl);
      if (place.repository) ctx.output('repository', place.repository);
      if (ctx.isDryRun) {
        await publisher.requireFree(name);
        ctx.logger.info(`Would publish to ${place.cloneUrl}`);
        ctx.output('created', false);
        return;
      }
      const change = {
        eventId: 'create-repository',
        meta: {
          repository: place.repository ?? place.repositoryUrl,
          owner,
          task: ctx.task.id,
          by: ctx.user?.ref,
        },
      };
      const group = await catalog.getEntityByRef(owner, { credentials });
      const commit = await audited(auditor, change, () =>
        publisher.publish(ctx, {
          name,
          description,
          annotations: group?.metadata.annotations ?? {},
          commit: { message, author: authorOf(ctx.user) },
        }),
      );
      ctx.logger.info(`Published to ${place.cloneUrl}`);
      ctx.output('created', true);
      ctx.output('commit', commit);
    },
  });
}
