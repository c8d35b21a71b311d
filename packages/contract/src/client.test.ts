import fc from 'fast-check';
import { z } from 'zod/v3';
import { createContractClient, routePath } from './client';
import { defineContract } from './contract';

const contract = defineContract({
  id: 'pets',
  title: 'Pets',
  description: 'Pets of the house',
  version: '1',
  routes: {
    get: {
      method: 'GET',
      path: '/pets/:name',
      summary: 'One pet',
      params: z.object({ name: z.string() }),
      query: z.object({ tag: z.array(z.string()).optional() }),
      response: z.object({ name: z.string() }),
    },
    add: {
      method: 'POST',
      path: '/pets',
      summary: 'Adds a pet',
      body: z.object({ name: z.string() }),
      response: z.object({ name: z.string() }),
      status: 201,
    },
    remove: {
      method: 'DELETE',
      path: '/pets/:name',
      summary: 'Gives a pet away',
      params: z.object({ name: z.string() }),
    },
    card: {
      method: 'GET',
      path: '/card/:name.txt',
      summary: 'A card',
      params: z.object({ name: z.string() }),
      contentType: 'text/plain',
    },
  },
});

function clientOf(answer: () => Response) {
  const fetch = jest.fn(async (_url: string, _init?: RequestInit) => answer());
  const discovery = {
    getBaseUrl: async (id: string) => `http://host/api/${id}`,
  };
  return {
    fetch,
    client: createContractClient(contract, { discovery, fetch }),
  };
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json' },
  });

describe('createContractClient', () => {
  it('calls the route with its parameters and parses the answer', async () => {
    const { client, fetch } = clientOf(() => json({ name: 'Rex' }));
    const answer = await client.get(
      { params: { name: 'a/b c' }, query: { tag: ['x', 'y'] } },
      { token: 't0ken' },
    );
    expect(answer).toEqual({ name: 'Rex' });
    const [url, init] = fetch.mock.calls[0];
    expect(url).toBe('http://host/api/pets/pets/a%2Fb%20c?tag=x&tag=y');
    expect(init).toMatchObject({
      method: 'GET',
      headers: { Authorization: 'Bearer t0ken' },
    });
  });

  it('sends a body as JSON', async () => {
    const { client, fetch } = clientOf(() => json({ name: 'Rex' }, 201));
    await client.add({ body: { name: 'Rex' } });
    expect(fetch.mock.calls[0][1]).toMatchObject({
      method: 'POST',
      body: '{"name":"Rex"}',
      headers: { 'Content-Type': 'application/json' },
    });
  });

  it('answers nothing, or text, where the route does', async () => {
    const none = clientOf(() => new Response(null, { status: 204 }));
    expect(await none.client.remove({ params: { name: 'x' } })).toBeUndefined();
    const text = clientOf(() => new Response('A card'));
    expect(await text.client.card({ params: { name: 'x' } })).toBe('A card');
    expect(text.fetch.mock.calls[0][0]).toBe('http://host/api/pets/card/x.txt');
  });

  it("fails with the server's own message", async () => {
    const error = { name: 'NotFoundError', message: 'No such pet' };
    const { client } = clientOf(() =>
      json({ error, response: { statusCode: 404 } }, 404),
    );
    await expect(client.get({ params: { name: 'x' } })).rejects.toMatchObject({
      name: 'ResponseError',
      cause: error,
    });
  });
});

describe('routePath', () => {
  it('leaves out what is not said', () => {
    expect(routePath({ path: '/a' }, { query: { b: undefined, c: '' } })).toBe(
      '/a',
    );
  });

  it('escapes any value so that the server reads the same', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.string({ minLength: 1 }),
        (name, value) => {
          const path = routePath(
            { path: '/x/:name' },
            { params: { name }, query: { value } },
          );
          const url = new URL(`http://host${path}`);
          expect(decodeURIComponent(path.slice(3).split('?')[0])).toBe(name);
          expect(url.searchParams.get('value')).toBe(value);
        },
      ),
    );
  });
});
