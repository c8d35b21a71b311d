import type { PluginContract, RouteContract } from '@squadron/contract';
import { z } from 'zod/v3';
import { zodToJsonSchema } from 'zod-to-json-schema';

function toSchema(schema: z.ZodTypeAny) {
  return zodToJsonSchema(schema, { target: 'openApi3', $refStrategy: 'none' });
}

function toParameters(where: 'path' | 'query', schema?: z.AnyZodObject) {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => {
    const type = field as z.ZodTypeAny;
    return {
      name,
      in: where,
      required: where === 'path' || !type.isOptional(),
      ...(type.description && { description: type.description }),
      schema: toSchema(type),
    };
  });
}

function successOf(route: RouteContract) {
  if (route.response) {
    return {
      description: 'The answer',
      content: { 'application/json': { schema: toSchema(route.response) } },
    };
  }
  if (route.contentType) {
    return {
      description: 'The answer',
      content: { [route.contentType]: { schema: { type: 'string' } } },
    };
  }
  return { description: 'Done; nothing to say' };
}

function statusOf(route: RouteContract): number {
  return route.status ?? (route.response || route.contentType ? 200 : 204);
}

function toOperation(name: string, route: RouteContract) {
  const parameters = [
    ...toParameters('path', route.params),
    ...toParameters('query', route.query),
  ];
  return {
    operationId: name,
    summary: route.summary,
    ...(parameters.length > 0 && { parameters }),
    ...(route.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: toSchema(route.body) } },
      },
    }),
    security: route.access === 'public' ? [] : [{ backstage: [] }],
    responses: {
      [statusOf(route)]: successOf(route),
      default: { $ref: '#/components/responses/Error' },
    },
  };
}

const errorResponse = {
  description: 'What happened and what to do',
  content: {
    'application/json': {
      schema: {
        type: 'object',
        required: ['error'],
        properties: {
          error: {
            type: 'object',
            required: ['name', 'message'],
            properties: {
              name: { type: 'string' },
              message: { type: 'string' },
            },
          },
        },
      },
    },
  },
};

/** The contract as an OpenAPI 3.0 document. */
export function contractToOpenApi(contract: PluginContract) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, route] of Object.entries(contract.routes)) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [route.method.toLowerCase()]: toOperation(name, route),
    };
  }
  return {
    openapi: '3.0.3',
    info: {
      title: contract.title,
      description: contract.description,
      version: contract.version,
    },
    servers: [{ url: `/api/${contract.id}` }],
    paths,
    components: {
      securitySchemes: { backstage: { type: 'http', scheme: 'bearer' } },
      responses: { Error: errorResponse },
    },
  };
}
