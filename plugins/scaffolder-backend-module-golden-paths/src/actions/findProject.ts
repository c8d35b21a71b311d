import { parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { goldenPathsProjectUpdatePermission } from '@squadron/plugin-golden-paths-common';
import {
  type RemovalOptions,
  requireToRemove,
} from '../services/requireToRemove';

/** Says what a component that there is already is, and refuses early what would be refused in the middle. */
export function findProject(options: RemovalOptions) {
  const { finder, projects } = options;
  return createTemplateAction({
    id: 'squadron:project:find',
    description:
      'Looks a component up: its owner, system, repository and tags. Changes nothing, and can check first that the person may change or take away what it is.',
    supportsDryRun: true,
    schema: {
      input: {
        component: z => z.string().describe('Ref or name of the component'),
        for: z =>
          z
            .enum(['update', 'delete'])
            .optional()
            .describe(
              'Refuses whom the owner has not given this right, and what cannot be taken away by itself',
            ),
        confirmation: z =>
          z
            .string()
            .optional()
            .describe('Refuses what is not the name of the component'),
      },
      output: {
        entityRef: z => z.string(),
        name: z => z.string(),
        description: z => z.string(),
        owner: z => z.string().describe('Ref of the group that owns it'),
        system: z => z.string(),
        repository: z =>
          z.string().describe('Its repository, where the portal keeps that'),
        onHost: z =>
          z
            .string()
            .describe(
              'Its repository, where that lies with the owner of `squadron.git.publishTo`',
            ),
        definition: z =>
          z.string().describe('Address of the file that defines it'),
        tags: z =>
          z.record(z.string()).describe('Its tags, for an environment of it'),
      },
    },
    async handler(ctx) {
      const { component, confirmation } = ctx.input;
      const credentials = await ctx.getInitiatorCredentials();
      const project = await finder.find(component, credentials);
      const { entityRef, name, owner, labels } = project;
      // Forms give refs, in which names have small letters.
      if (
        confirmation !== undefined &&
        confirmation.toLowerCase() !== name.toLowerCase()
      ) {
        throw new InputError(
          `"${confirmation}" is not "${name}": type the name of what you mean`,
        );
      }
      if (ctx.input.for === 'update') {
        const permission = goldenPathsProjectUpdatePermission;
        await projects.require(permission, credentials, owner, ctx.signal);
      }
      if (ctx.input.for === 'delete') {
        await requireToRemove(options, project.location, credentials);
      }
      ctx.output('entityRef', entityRef);
      ctx.output('name', name);
      ctx.output('description', project.description);
      ctx.output('owner', owner);
      ctx.output('system', project.system);
      ctx.output('repository', project.repository ?? '');
      ctx.output('onHost', project.onHost ?? '');
      ctx.output('definition', project.location.replace(/^url:/, ''));
      ctx.output('tags', {
        service: name,
        ...labels,
        owner: parseEntityRef(owner).name,
        environment: 'dev',
      });
      ctx.logger.info(`${entityRef} is of ${owner}`);
    },
  });
}
