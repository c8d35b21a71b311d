import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';

/** A question that a plugin was asked. */
interface Asked {
  what: string;
  body?: unknown;
  token?: string;
}

/** Answers as another plugin does, over HTTP; by itself it knows no path. */
export function createPluginServer() {
  const asked: Asked[] = [];
  const answers = new Map<string, { status: number; body?: object }>();
  const server = createServer(async (request, response) => {
    const parts = await request.toArray();
    const text = Buffer.concat(parts).toString();
    const what = `${request.method} ${request.url}`;
    asked.push({
      what,
      body: text ? JSON.parse(text) : undefined,
      token: request.headers.authorization,
    });
    const { status, body } = answers.get(what) ?? { status: 404 };
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(body && JSON.stringify(body));
  });
  return {
    asked,
    answers,
    /** How a client of the plugin is made. */
    options: {
      auth: mockServices.auth(),
      discovery: {
        getBaseUrl: async () =>
          `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        getExternalBaseUrl: async () => '',
      },
    },
    async start() {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
    },
    stop() {
      server.close();
    },
  };
}
