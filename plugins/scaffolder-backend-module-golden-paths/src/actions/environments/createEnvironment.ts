import { NotFoundError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { Environments } from '../../services/createEnvironmentsClient';

const noCluster =
  'No development environment was made: the portal has no cluster for one. Whoever runs the portal adds it to `kubernetes.clusterLocatorMethods`.';

/** Makes a development environment, or says that there is no cluster for one. */
export function createEnvironment({ client, as }: Environments) {
  return createTemplateAction({
    id: 'squadron:environment:create',
    description:
      'Makes a namespace for development, which goes after half an hour unless squadron:environment:promote keeps it. Without a cluster it says so, and the task goes on unless it is required.',
    supportsDryRun: true,
    schema: {
      input: {
        component: z => z.string().describe('Name of the component'),
        owner: z => z.string().describe('Ref of the group that owns it'),
        labels: z =>
          z.record(z.string()).default({}).describe('Tags of costs, by keys'),
        branch: z =>
          z.string().optional().describe('The main one when left out'),
        cluster: z =>
          z.string().optional().describe('The first one when left out'),
        required: z =>
          z.boolean().default(false).describe('Fails without a cluster'),
      },
      output: {
        available: z => z.boolean().describe('Whether there is a cluster'),
        created: z => z.boolean().describe('Whether this task has made it'),
        cluster: z => z.string(),
        namespace: z => z.string(),
        expiresAt: z => z.string(),
        message: z => z.string().describe('What came of it, for people'),
        environmentsUrl: z => z.string().describe('Page of environments'),
      },
    },
    async handler(ctx) {
      const say = (message: string) => {
        ctx.logger.info(message);
        ctx.output('message', message);
      };
      const { required, ...wanted } = ctx.input;
      const credentials = await ctx.getInitiatorCredentials();
      ctx.output('environmentsUrl', '/environments');
      ctx.output('created', false);
      const { items } = await client.clusters({}, await as(credentials));
      ctx.output('available', items.length > 0);
      if (items.length === 0) {
        if (required) throw new NotFoundError(noCluster);
        say(noCluster);
        return;
      }
      if (ctx.isDryRun) {
        say(`Would make a development environment in ${items[0].title}`);
        return;
      }
      const made = await client.createEnvironment(
        { body: { ...wanted, task: ctx.task.id } },
        { ...(await as(credentials)), signal: ctx.signal },
      );
      ctx.output('created', made.created);
      ctx.output('cluster', made.cluster);
      ctx.output('namespace', made.namespace);
      ctx.output('expiresAt', made.expiresAt);
      say(
        `${made.namespace} in ${made.cluster} is there ${made.created ? '' : 'already, '}until ${made.expiresAt} unless the next steps keep it`,
      );
    },
  });
}
