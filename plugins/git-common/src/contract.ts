import { defineContract } from '@squadron/contract';
import { z } from 'zod/v3';

/** A repository that the portal keeps. */
export const repositorySchema = z.object({
  name: z.string(),
  cloneUrl: z.string().describe('What `git clone` takes, without credentials'),
  branch: z.string().describe('What a clone checks out'),
  commit: z.string().describe('The latest commit of that branch'),
});
export type Repository = z.output<typeof repositorySchema>;

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
    repository: {
      method: 'GET',
      path: '/repositories/:name',
      summary: 'A repository and where it is cloned from',
      params: z.object({ name: z.string() }),
      response: repositorySchema,
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
