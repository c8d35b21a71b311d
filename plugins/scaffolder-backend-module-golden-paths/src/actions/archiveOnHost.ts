import type { AuditorService } from '@backstage/backend-plugin-api';
import { InputError, toError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  type GitHost,
  HostRefusal,
  TooLargeError,
  ifThere,
} from '@squadron/plugin-git-node';
import { audited } from '../services/audited';
import type { ProjectFinder } from '../services/ProjectFinder';
import {
  type RemovalOptions,
  requireToRemove,
} from '../services/requireToRemove';
import { whyUnpublished } from '../services/whyUnpublished';

/** Archives a repository that a golden path has published to GitHub or GitLab. */
export function archiveOnHost(
  options: RemovalOptions & {
    auditor: AuditorService;
    finder: Pick<ProjectFinder, 'othersBeside'>;
    gitHost: GitHost | undefined;
  },
) {
  const { gitHost } = options;
  return createTemplateAction({
    id: 'squadron:git:archive',
    description:
      'Archives a repository that a golden path has published to the GitHub or GitLab of `squadron.git.publishTo`: nobody can change it any more, and whoever administers it can undo that. One that something else has made, or of which the catalog reads other files too, stays as it is, and so does one that the portal has no right to archive; `outcome` says so. One that is archived or gone is no fault.',
    supportsDryRun: true,
    schema: {
      input: { name: z => z.string().describe('Name of the repository') },
      output: {
        archived: z =>
          z.boolean().describe('Whether nobody can change it any more'),
        outcome: z =>
          z.string().describe('What has become of it, and what people can do'),
      },
    },
    async handler(ctx) {
      const { name } = ctx.input;
      if (!gitHost) {
        throw new InputError(
          'The portal publishes to no GitHub or GitLab: archive it where it lies',
        );
      }
      const page = gitHost.page(name);
      const tell = (archived: boolean, outcome: string) => {
        ctx.output('archived', archived);
        ctx.output('outcome', outcome);
        ctx.logger.info(outcome);
      };
      const isArchived = `Its repository ${page} is archived. To bring it back, unarchive it in its settings there.`;
      const stays = (why: string) =>
        `Its repository ${page} is as it was, since ${why}. Archive it in its settings there.`;
      const location = `url:${gitHost.definition(name)}`;
      const credentials = await ctx.getInitiatorCredentials();
      const authorize = () => requireToRemove(options, location, credentials);
      try {
        const registered = await ifThere(authorize());
        const found = await gitHost.isArchived(name);
        if (found === undefined) {
          tell(
            false,
            `Its repository ${page} is not there any more, or not for the token of the portal.`,
          );
          return;
        }
        // One that is there while the catalog does not say whose it is: refused.
        if (registered === undefined) await authorize();
        if (found) {
          tell(true, isArchived);
          return;
        }
        const [beside] = await options.finder.othersBeside(page, location);
        const why = beside
          ? `the catalog reads ${beside.replace(/^url:/, '')} of it, too`
          : await whyUnpublished(gitHost, name, ctx.signal);
        if (why) {
          tell(false, stays(why));
          return;
        }
        if (ctx.isDryRun) {
          tell(false, `Would archive its repository ${page}.`);
          return;
        }
        const change = {
          eventId: 'archive-repository',
          meta: { repository: page, task: ctx.task.id, by: ctx.user?.ref },
        };
        ctx.signal?.throwIfAborted();
        await audited(options.auditor, change, () => gitHost.archive(name));
        tell(true, isArchived);
      } catch (error) {
        if (!isLeftToPeople(error)) throw error;
        tell(
          false,
          stays(`the portal could not archive it (${toError(error).message})`),
        );
      }
    },
  });
}

/** What trying again does not help against holds up nothing else. */
function isLeftToPeople(error: unknown): boolean {
  return error instanceof HostRefusal || error instanceof TooLargeError;
}
