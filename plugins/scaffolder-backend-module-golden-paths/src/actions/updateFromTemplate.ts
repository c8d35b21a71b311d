import { DEFAULT_NAMESPACE, parseEntityRef } from '@backstage/catalog-model';
import { ConflictError, InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type {
  ProjectUpdate,
  goldenPathsContract,
} from '@squadron/plugin-golden-paths-common';
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
      'Merges the newer version of its golden path into a project, or requests that where people merge it. What people have changed stays; where both have changed the same lines nothing is merged, and the files are named.',
    supportsDryRun: true,
    schema: {
      input: {
        component: z => z.string().describe('Ref or name of the component'),
      },
      output: {
        from: z => z.string().describe('Version before'),
        to: z => z.string().describe('Version now'),
        commit: z => z.string().describe('The merge; nothing on a host'),
        mergeRequest: z =>
          z
            .string()
            .describe('Page of the pull or merge request; only on a host'),
        changes: z => z.number().describe('How many files it changes'),
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
      const { token } = await as(await ctx.getInitiatorCredentials());
      const call = { token, signal: ctx.signal };
      const request = { params: { component: name } };
      const update = ctx.isDryRun
        ? { ...(await client.projectUpdate(request, call)), commit: undefined }
        : await client.updateProject(request, call);
      const { from, to, commit, mergeRequest, changes } = update;
      const conflicts = Array.from(update.conflicts, ({ path }) => path);
      ctx.output('from', from);
      ctx.output('to', to);
      ctx.output('changes', changes.length);
      ctx.output('conflicts', conflicts);
      if (mergeRequest) ctx.output('mergeRequest', mergeRequest);
      if (conflicts.length > 0 && !update.host) {
        throw new ConflictError(
          `Nothing was merged into ${name}: it and ${update.templateTitle} ${to} have changed the same lines of ${conflicts.join(', ')}. Merge its branch \`template\` in a clone and settle these files; whoever runs the portal brings the result to \`main\`, as the portal takes no push.`,
        );
      }
      if (commit) ctx.output('commit', commit);
      ctx.logger.info(outcomeOf(name, update, ctx.isDryRun));
    },
  });
}

/** What has become of it, in words for the log. */
function outcomeOf(
  name: string,
  update: ProjectUpdate,
  isDryRun = false,
): string {
  const { from, to, changes, mergeRequest } = update;
  const conflicts = Array.from(update.conflicts, ({ path }) => path);
  if (changes.length + conflicts.length === 0) {
    return `${name} has all of ${to} already`;
  }
  const files = `${changes.length} files`;
  if (!update.host) {
    return `${isDryRun ? 'Would bring' : 'Brought'} ${name} from ${from} to ${to}: ${files}`;
  }
  const toSettle =
    conflicts.length > 0
      ? `; settle there what both have changed: ${conflicts.join(', ')}`
      : '';
  const asked = `to bring ${name} from ${from} to ${to}: ${files}${toSettle}`;
  return isDryRun
    ? `Would open a request ${asked}`
    : `Merge ${mergeRequest} ${asked}`;
}
