import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { defineContract } from '@squadron/contract';
import express from 'express';
import { z } from 'zod/v3';
import { PreparedAnswer } from '../contract/PreparedAnswer';
import {
  ContractHandlers,
  createContractRouter,
} from '../contract/createContractRouter';

export const contract = defineContract({
  id: 'pets',
  title: 'Pets',
  description: 'Pets of the house',
  version: '1',
  routes: {
    list: {
      method: 'GET',
      path: '/pets',
      summary: 'Pets',
      query: z.object({
        limit: z.coerce.number().int().max(10).default(5),
        kind: z.enum(['cat', 'dog']).optional(),
      }),
      response: z.object({ limit: z.number(), by: z.string() }),
    },
    addPet: {
      method: 'POST',
      path: '/pets/:house',
      summary: 'Adds a pet',
      params: z.object({ house: z.string().min(3) }),
      body: z.object({ name: z.string(), age: z.number() }).strict(),
      response: z.object({ name: z.string() }),
      status: 201,
    },
    remove: { method: 'DELETE', path: '/pets', summary: 'Gives all away' },
    big: {
      method: 'GET',
      path: '/big',
      summary: 'A large answer',
      response: z.object({ text: z.string() }),
    },
    card: {
      method: 'GET',
      path: '/card/:name.txt',
      summary: 'A card',
      access: 'public',
      params: z.object({ name: z.string() }),
      contentType: 'text/plain',
    },
  },
});

const read = createPermission({
  name: 'pets.read',
  attributes: { action: 'read' },
});
const change = createPermission({
  name: 'pets.change',
  attributes: { action: 'create' },
});

const big = PreparedAnswer.ofJson({ text: 'x'.repeat(10_000) });

/** The router of the pets, where everything is allowed and handlers do little. */
export function serve(
  overrides: Partial<ContractHandlers<typeof contract>> = {},
) {
  const auditor = mockServices.auditor.mock();
  const event = { success: jest.fn(), fail: jest.fn() };
  auditor.createEvent.mockResolvedValue(event);
  const permissions = mockServices.permissions.mock();
  permissions.authorize.mockImplementation(async requests =>
    requests.map(() => ({ result: AuthorizeResult.ALLOW })),
  );
  const router = createContractRouter(contract, {
    handlers: {
      list: async ({ query, credentials }) => ({
        limit: query.limit,
        by: credentials.principal.type,
      }),
      addPet: async ({ body }) => ({ name: body.name }),
      remove: async () => {},
      big: async () => big,
      card: async ({ params }) => `Card of ${params.name}`,
      ...overrides,
    },
    authorization: {
      list: read,
      addPet: change,
      remove: 'in-handler',
      big: read,
    },
    httpAuth: mockServices.httpAuth({
      defaultCredentials: mockCredentials.user(),
    }),
    permissions,
    auditor,
    bodyLimit: '1kb',
  });
  const app = express().use(router).use(mockErrorHandler());
  return { app, auditor, event, permissions };
}
