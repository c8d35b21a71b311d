import { DEFAULT_NAMESPACE, parseEntityRef } from '@backstage/catalog-model';
import { ConflictError, InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { goldenPathsContract } from '@squadron/plugin-golden-paths-common';
import type { PluginClient } from '../services/pluginClient';
import { componentRefOf } from '../services/ProjectFinder';

/** Brings the newer version of its golden path into a project. */
export function updateFromTemplate({
  client,
  as,
}: PluginClient<typeof goldenPathsContract>) {
  return createTemplateAction({
    id: 'squadron:template:update',
    description:
      'Merges the newer version of its golden path into a project. What people have changed stays; where both have changed the same lines nothing is merged, and the files are named.',
    supportsDryRun: true,
    schema: {
      input: {
        component: z => z.string().describe('Ref or name of the component'),
      },
      output: {
        from: z => z.string().describe('Version before'),
        to: z => z.string().describe('Version now'),
        commit: z => z.string().describe('The merge'),
        changes: z => z.number().describe('How many files it has changed'),
        conflicts: z => z.array(z.string()).describe('Paths of files'),
      },
    },
    async handler(ctx) {
      const entityRef = componentRefOf(ctx.input.component);
      const { name, namespace } = parseEntityRef(entityRef);
      if (namespace !== DEFAULT_NAMESPACE) {
        throw new InputError(
          `${entityRef} is not in the namespace ${DEFAULT_NAMESPACE}: golden paths update only components of that one`,
        );
      }
      const token = await as(await ctx.getInitiatorCredentials());
      const request = { params: { component: name } };
      const update = ctx.isDryRun
        ? { ...(await client.projectUpdate(request, token)), commit: undefined }
        : await client.updateProject(request, token);
      const { from, to, commit, changes } = update;
      const conflicts = Array.from(update.conflicts, ({ path }) => path);
      ctx.output('from', from);
      ctx.output('to', to);
      ctx.output('changes', changes.length);
      ctx.output('conflicts', conflicts);
      if (conflicts.length > 0) {
        throw new ConflictError(
          `Nothing was merged into ${name}: it and ${update.templateTitle} ${to} have changed the same lines of ${conflicts.join(', ')}. Merge its branch \`template\` in a clone and settle these files; whoever runs the portal brings the result to \`main\`, as the portal takes no push.`,
        );
      }
      if (commit) ctx.output('commit', commit);
      if (changes.length === 0) {
        ctx.logger.info(`${name} has all of ${to} already`);
        return;
      }
      ctx.logger.info(
        `${ctx.isDryRun ? 'Would bring' : 'Brought'} ${name} from ${from} to ${to}: ${changes.length} files`,
      );
    },
  });
}
