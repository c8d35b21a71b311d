import { defineContract, measureRoutes, several } from '@squadron/contract';
import { z } from 'zod/v3';
import { clusterSchema, environmentSchema } from './environment';

/** A name that is also one of a repository and, with `dev-` in front, of a namespace. */
const name = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9-]{0,51}[a-z0-9])?$/,
    'use 1 to 53 lower-case letters, digits and inner hyphens',
  );
const place = z.object({ cluster: z.string(), namespace: z.string() });

/** The API of environments, served under `/api/environments`. */
export const environmentsContract = defineContract({
  id: 'environments',
  title: 'Environments',
  description:
    'Namespaces for development in the clusters of the Kubernetes plugin, each with an end.',
  version: '1',
  routes: {
    clusters: {
      method: 'GET',
      path: '/clusters',
      summary: 'Clusters that environments are made in',
      response: z.object({ items: z.array(clusterSchema) }),
    },
    environments: {
      method: 'GET',
      path: '/environments',
      summary: 'Environments, those first that end first',
      query: z.object({
        root: several(z.string(), 200).describe(
          'A group and everything below it, up to 200 times; all when left out',
        ),
        component: z.string().optional().describe('Ref of a component'),
      }),
      response: z.object({
        at: z.string().describe('The clock of the server, for countdowns'),
        items: z.array(environmentSchema),
        clusters: z
          .array(clusterSchema)
          .describe('Whose environments these are; some may not answer'),
      }),
    },
    environment: {
      method: 'GET',
      path: '/environments/:cluster/:namespace',
      summary: 'One environment',
      params: place,
      response: environmentSchema,
    },
    createEnvironment: {
      method: 'POST',
      path: '/environments',
      summary:
        'Makes an environment that goes within half an hour unless it is promoted; again for the same component it answers the one that there is',
      body: z.object({
        cluster: z.string().optional().describe('The first one when left out'),
        component: name.describe('Name of the component'),
        branch: z.string().max(200).optional(),
        owner: z.string().describe('Ref of the group that owns it'),
        labels: z
          .record(z.string())
          .default({})
          .describe('Tags of costs, by their keys'),
        task: z
          .string()
          .optional()
          .describe('Of the scaffolder, which then may take it away again'),
      }),
      response: environmentSchema.extend({
        created: z
          .boolean()
          .describe('Whether this task has made it: only then it may undo it'),
      }),
      status: 201,
    },
    promoteEnvironment: {
      method: 'POST',
      path: '/environments/:cluster/:namespace/promote',
      summary: 'Says that all is done: it stays for three days',
      params: place,
      response: environmentSchema,
    },
    extendEnvironment: {
      method: 'POST',
      path: '/environments/:cluster/:namespace/extend',
      summary: 'Keeps an environment longer, within the most',
      params: place,
      body: z.object({
        hours: z.number().int().min(1).max(72).default(72),
      }),
      response: environmentSchema,
    },
    deleteEnvironment: {
      method: 'DELETE',
      path: '/environments/:cluster/:namespace',
      summary: 'Takes an environment away with everything in it',
      params: place,
    },
    createKubeconfig: {
      method: 'POST',
      path: '/environments/:cluster/:namespace/kubeconfig',
      summary:
        'A way in for some minutes; it is told this once and kept nowhere',
      params: place,
      body: z.object({
        minutes: z.number().int().min(10).max(480).default(60),
      }),
      response: z.object({ kubeconfig: z.string(), expiresAt: z.string() }),
      status: 201,
    },
    ...measureRoutes,
  },
});
