import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { PolledDefinitions } from '@squadron/backend-kit';
import type { OrgModelService } from '@squadron/plugin-org-model-node';
import { type TagPolicy, checkTags } from '../domain/tagPolicy';

/** Refuses what lacks a tag that the organization requires. */
export function checkTagsAction(options: {
  policy: Pick<PolledDefinitions<TagPolicy>, 'get'>;
  orgModel: Pick<OrgModelService, 'tree'>;
}) {
  return createTemplateAction({
    id: 'squadron:tags:check',
    description:
      'Checks tags by the tag policy of the organization, and says what is missing or what was meant',
    supportsDryRun: true,
    schema: {
      input: {
        tags: z => z.record(z.string()).describe('Values by their keys'),
      },
      output: {
        tags: z =>
          z
            .record(z.string())
            .describe('The tags of the policy, to be written'),
      },
    },
    async handler(ctx) {
      const policy = await options.policy.get();
      const tree = await options.orgModel.tree();
      const names = new Set(tree.groups().map(({ name }) => name));
      const faults = checkTags(policy, ctx.input.tags, names);
      if (faults.length > 0) {
        throw new InputError(faults.map(({ message }) => message).join('\n'));
      }
      const required = policy.tags.map(({ key }) => [
        key,
        ctx.input.tags[key].trim(),
      ]);
      ctx.output('tags', Object.fromEntries(required));
      ctx.logger.info(`All ${required.length} tags of the policy are there`);
    },
  });
}
