import { ResponseError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { Environments } from '../../services/createEnvironmentsClient';

function isMissing(error: unknown): boolean {
  return error instanceof ResponseError && error.statusCode === 404;
}

/** Keeps a development environment longer. */
export function extendEnvironment({ client, as }: Environments) {
  return createTemplateAction({
    id: 'squadron:environment:extend',
    description: 'Keeps a development environment longer, within the most',
    supportsDryRun: true,
    schema: {
      input: {
        cluster: z => z.string(),
        namespace: z => z.string(),
        hours: z =>
          z.number().int().min(1).max(72).default(72).describe('From now on'),
      },
      output: { expiresAt: z => z.string() },
    },
    async handler(ctx) {
      const { cluster, namespace, hours } = ctx.input;
      if (ctx.isDryRun) {
        ctx.logger.info(`Would keep ${namespace} for ${hours} hours from now`);
        return;
      }
      const { expiresAt } = await client.extendEnvironment(
        { params: { cluster, namespace }, body: { hours } },
        await as(await ctx.getInitiatorCredentials()),
      );
      ctx.output('expiresAt', expiresAt);
      ctx.logger.info(`${namespace} stays until ${expiresAt}`);
    },
  });
}

/** Takes a development environment away. */
export function deleteEnvironment({ client, as }: Environments) {
  return createTemplateAction({
    id: 'squadron:environment:delete',
    description:
      'Takes a development environment away with everything in it; one that has gone is no fault',
    supportsDryRun: true,
    schema: {
      input: { cluster: z => z.string(), namespace: z => z.string() },
      output: {
        deleted: z => z.boolean().describe('Whether it was there'),
      },
    },
    async handler(ctx) {
      const { cluster, namespace } = ctx.input;
      if (ctx.isDryRun) {
        ctx.logger.info(`Would take ${namespace} away`);
        return;
      }
      const token = await as(await ctx.getInitiatorCredentials());
      const params = { cluster, namespace };
      const deleted = await client.deleteEnvironment({ params }, token).then(
        () => true,
        error => {
          if (isMissing(error)) return false;
          throw error;
        },
      );
      ctx.output('deleted', deleted);
      ctx.logger.info(
        deleted ? `${namespace} is taken away` : `${namespace} is not there`,
      );
    },
  });
}
