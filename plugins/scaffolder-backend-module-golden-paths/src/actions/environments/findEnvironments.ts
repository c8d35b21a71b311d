import { NotFoundError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { mainBranch } from '@squadron/plugin-git-node';
import type { Environments } from '../../services/createEnvironmentsClient';
import { componentRefOf } from '../../services/ProjectFinder';

/** Says which development environments a component has. */
export function findEnvironments({ client, as }: Environments) {
  return createTemplateAction({
    id: 'squadron:environment:find',
    description: 'Looks up the development environments of a component',
    supportsDryRun: true,
    schema: {
      input: {
        component: z => z.string().describe('Ref or name of the component'),
        branch: z =>
          z.string().optional().describe('Those of all when left out'),
        required: z =>
          z.boolean().default(false).describe('Fails when there is none'),
      },
      output: {
        environments: z =>
          z
            .array(z.object({ cluster: z.string(), namespace: z.string() }))
            .describe('For a step with `each`'),
        cluster: z => z.string().describe('Of the first'),
        namespace: z => z.string().describe('Of the first'),
      },
    },
    async handler(ctx) {
      const { branch, required } = ctx.input;
      const component = componentRefOf(ctx.input.component);
      const { items, clusters } = await client.environments(
        { query: { component } },
        await as(await ctx.getInitiatorCredentials()),
      );
      for (const { title, problem } of clusters) {
        if (problem) {
          ctx.logger.warn(
            `${title} does not answer: ${problem}. Environments there go by themselves at their end.`,
          );
        }
      }
      const wanted = items.filter(
        each => !branch || (each.branch ?? mainBranch) === branch,
      );
      const found = Array.from(wanted, ({ cluster, namespace }) => ({
        cluster,
        namespace,
      }));
      ctx.output('environments', found);
      const [first] = found;
      if (!first) {
        const nothing = `${component} has no development environment${branch ? ` of the branch ${branch}` : ''}`;
        if (required) {
          throw new NotFoundError(
            clusters.length > 0
              ? `${nothing}: make one first`
              : `${nothing}: the portal has no cluster for one. Whoever runs the portal adds it to \`kubernetes.clusterLocatorMethods\`.`,
          );
        }
        ctx.logger.info(nothing);
        return;
      }
      ctx.output('cluster', first.cluster);
      ctx.output('namespace', first.namespace);
      ctx.logger.info(
        `Found ${found.map(({ namespace }) => namespace).join(', ')}`,
      );
    },
  });
}
