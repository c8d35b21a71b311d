import { defineContract } from '@squadron/contract';
import { z } from 'zod/v3';
import { commitSchema, fileSchema, placeQuery, treeSchema } from './browsing';

/** A repository that the portal keeps. */
export const repositorySchema = z.object({
  name: z.string(),
  cloneUrl: z.string().describe('What `git clone` takes, without credentials'),
  branch: z.string().describe('What a clone checks out'),
  commit: z.string().describe('The latest commit of that branch'),
});
export type Repository = z.output<typeof repositorySchema>;

/** A repository in the list of them. */
export const listedRepositorySchema = repositorySchema.extend({
  latest: commitSchema.describe('The latest commit of its branch'),
});
export type ListedRepository = z.output<typeof listedRepositorySchema>;

const nameParams = z.object({ name: z.string() });

/** A credential for `git clone`, without its token, which is told once. */
export const credentialSchema = z.object({
  id: z.string(),
  label: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.string().optional().describe('Within an hour'),
});
export type GitCredential = z.output<typeof credentialSchema>;

/** The API of git, served under `/api/git`. */
export const gitContract = defineContract({
  id: 'git',
  title: 'Git',
  description:
    'The repositories that the portal keeps where it publishes to no other host. They are cloned from `/api/git/repositories/<name>.git`, with a credential as the password.',
  version: '1',
  routes: {
    repositories: {
      method: 'GET',
      path: '/repositories',
      summary: 'Repositories by name',
      query: z.object({
        text: z.string().max(100).optional().describe('A part of the name'),
        cursor: z.string().optional().describe('Of the page before'),
        limit: z.coerce.number().int().min(1).max(100).default(50),
      }),
      response: z.object({
        isKept: z
          .boolean()
          .describe('Whether the portal is set up to keep repositories'),
        items: z.array(listedRepositorySchema),
        total: z.number().int(),
        nextCursor: z.string().optional(),
      }),
    },
    repository: {
      method: 'GET',
      path: '/repositories/:name',
      summary: 'A repository, its branches and where it is cloned from',
      params: nameParams,
      response: repositorySchema.extend({ branches: z.array(z.string()) }),
    },
    tree: {
      method: 'GET',
      path: '/repositories/:name/tree',
      summary: 'What lies in a folder',
      params: nameParams,
      query: placeQuery,
      response: treeSchema,
    },
    file: {
      method: 'GET',
      path: '/repositories/:name/file',
      summary: 'What a file holds, where it is text of at most 1 MB',
      params: nameParams,
      query: placeQuery,
      response: fileSchema,
    },
    commits: {
      method: 'GET',
      path: '/repositories/:name/commits',
      summary: 'The latest commits, newest first',
      params: nameParams,
      query: placeQuery.pick({ ref: true }).extend({
        limit: z.coerce.number().int().min(1).max(100).default(20),
      }),
      response: z.object({ items: z.array(commitSchema) }),
    },
    listCredentials: {
      method: 'GET',
      path: '/credentials',
      summary: 'The credentials of the signed-in person',
      response: z.object({ items: z.array(credentialSchema) }),
    },
    createCredential: {
      method: 'POST',
      path: '/credentials',
      summary: 'Makes a credential; its token is shown this once',
      body: z.object({ label: z.string().trim().min(1).max(80) }),
      response: credentialSchema.extend({ token: z.string() }),
      status: 201,
    },
    revokeCredential: {
      method: 'DELETE',
      path: '/credentials/:id',
      summary: 'Revokes a credential at once',
      params: z.object({ id: z.string() }),
    },
  },
});
