import { once } from 'node:events';
import { createServer } from 'node:http';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { contract, serve } from '../__testUtils__/pets';
import { allowPublicRoutes } from './createContractRouter';

const messageOf = (response: request.Response) => response.body.error.message;

describe('createContractRouter', () => {
  it('gives the handler what was validated, with defaults and who calls', async () => {
    const { app } = serve();
    const response = await request(app).get('/pets');
    expect(response.body).toEqual({ limit: 5, by: 'user' });
  });

  it.each([
    [
      '/pets?limit=11',
      'query parameter "limit": Number must be less than or equal to 10',
    ],
    ['/pets?limit=x', 'query parameter "limit": Expected number'],
    [
      '/pets?kind=cow',
      `query parameter "kind": Invalid enum value. Expected 'cat' | 'dog'`,
    ],
  ])('refuses %s and names what is wrong', async (path, message) => {
    const { app } = serve();
    const response = await request(app).get(path);
    expect(response.status).toBe(400);
    expect(messageOf(response)).toContain(message);
  });

  it('names everything that is wrong with a body at once', async () => {
    const { app } = serve();
    const response = await request(app)
      .post('/pets/x')
      .send({ name: 3, colour: 'red' });
    expect(response.status).toBe(400);
    expect(messageOf(response)).toContain('path parameter "house"');
    expect(messageOf(response)).toContain('body field "name": Expected string');
    expect(messageOf(response)).toContain('body field "age" is missing');
    expect(messageOf(response)).toContain(`'colour'`);
  });

  it('says that a body is missing, broken or too large', async () => {
    const { app } = serve();
    const post = () => request(app).post('/pets/home').type('json');
    expect(messageOf(await post())).toContain('is missing');
    const broken = await post().send('{"name":');
    expect(broken.status).toBe(400);
    expect(messageOf(broken)).toContain('The body is not valid JSON');
    const large = await post().send({ name: 'x'.repeat(2_000), age: 1 });
    expect(large.status).toBe(413);
    expect(messageOf(large)).toBe(
      'The body is larger than 1kb: send less at once',
    );
  });

  it('answers with the status of the route', async () => {
    const { app } = serve();
    const added = await request(app)
      .post('/pets/home')
      .send({ name: 'Rex', age: 1 });
    expect([added.status, added.body]).toEqual([201, { name: 'Rex' }]);
    expect((await request(app).delete('/pets')).status).toBe(204);
  });

  it('lets in only who has a session, and everybody where the route is public', async () => {
    const { app } = serve();
    const anonymous = { Authorization: mockCredentials.none.header() };
    expect((await request(app).get('/pets').set(anonymous)).status).toBe(401);
    const card = await request(app).get('/card/Rex.txt').set(anonymous);
    expect([card.status, card.text, card.type]).toEqual([
      200,
      'Card of Rex',
      'text/plain',
    ]);
  });

  it('denies who lacks the permission, before looking at the request, and audits it', async () => {
    const { app, permissions, auditor, event } = serve();
    permissions.authorize.mockResolvedValue([{ result: AuthorizeResult.DENY }]);
    const response = await request(app).get('/pets?limit=x');
    expect(response.status).toBe(403);
    expect(messageOf(response)).toContain('"pets.read"');
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'list' }),
    );
    expect(event.fail).toHaveBeenCalledTimes(1);
  });

  it('audits every mutation with its outcome, and no reading', async () => {
    const { app, auditor, event } = serve({
      remove: async () => {
        throw new NotFoundError('No pets');
      },
    });
    await request(app).get('/pets');
    expect(auditor.createEvent).not.toHaveBeenCalled();
    await request(app).post('/pets/home').send({ name: 'Rex', age: 1 });
    expect(auditor.createEvent).toHaveBeenLastCalledWith(
      expect.objectContaining({ eventId: 'add-pet', meta: { house: 'home' } }),
    );
    expect(event.success).toHaveBeenCalledTimes(1);
    expect((await request(app).delete('/pets')).status).toBe(404);
    expect(event.fail).toHaveBeenCalledTimes(1);
  });

  it('audits what the handler adds, whether it ends well or not', async () => {
    const well = serve({
      addPet: async ({ body, audit }) => {
        audit({ pet: 'p-1' });
        return { name: body.name };
      },
    });
    const pet = { name: 'Rex', age: 1 };
    await request(well.app).post('/pets/home').send(pet);
    expect(well.event.success).toHaveBeenCalledWith({ meta: { pet: 'p-1' } });
    const badly = serve({
      addPet: async ({ audit }) => {
        audit({ pet: 'p-2' });
        throw new NotFoundError('No house');
      },
    });
    await request(badly.app).post('/pets/home').send(pet);
    expect(badly.event.fail).toHaveBeenCalledWith(
      expect.objectContaining({ meta: { pet: 'p-2' } }),
    );
  });

  it('tells the handler when whoever asked goes away', async () => {
    const began = Promise.withResolvers<AbortSignal>();
    const { app } = serve({
      addPet: async ({ signal }) => {
        began.resolve(signal);
        await once(signal, 'abort');
        throw signal.reason;
      },
    });
    const server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const asking = request(server).post('/pets/home');
    asking.send({ name: 'Rex', age: 1 }).end(() => {});
    const signal = await began.promise;
    expect(signal.aborted).toBe(false);
    const aborted = once(signal, 'abort');
    asking.abort();
    await aborted;
    server.close();
    expect(signal.reason).toEqual(new Error('Whoever asked has gone'));
  });

  it('tells the handler when whoever asked went away before it began', async () => {
    const began = Promise.withResolvers<AbortSignal>();
    const { app, permissions } = serve({
      addPet: async ({ body, signal }) => {
        began.resolve(signal);
        return { name: body.name };
      },
    });
    const server = createServer(app);
    const closed = once(server, 'connection').then(([socket]) =>
      once(socket, 'close'),
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const asking = request(server).post('/pets/home');
    permissions.authorize.mockImplementation(async () => {
      asking.abort();
      await closed;
      return [{ result: AuthorizeResult.ALLOW }];
    });
    asking.send({ name: 'Rex', age: 1 }).end(() => {});
    expect((await began.promise).aborted).toBe(true);
    server.close();
  });

  it('leaves alone a handler whose answer has come', async () => {
    const signals: AbortSignal[] = [];
    const { app } = serve({
      addPet: async ({ body, signal }) => {
        signals.push(signal);
        return { name: body.name };
      },
    });
    const server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    await request(server).post('/pets/home').send({ name: 'Rex', age: 1 });
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  });

  it('audits a mutation whose answer breaks the contract as failed alone', async () => {
    const { app, event } = serve({
      addPet: async () => ({ name: 7 }) as unknown as { name: string },
    });
    const pet = { name: 'Rex', age: 1 };
    const response = await request(app).post('/pets/home').send(pet);
    expect(response.status).toBe(500);
    expect(event.success).not.toHaveBeenCalled();
    expect(event.fail).toHaveBeenCalledTimes(1);
  });

  it('sends a prepared answer compressed, and only once to whom has it', async () => {
    const { app } = serve();
    const first = await request(app).get('/big').set('Accept-Encoding', 'gzip');
    expect(first.headers['content-encoding']).toBe('gzip');
    expect(first.body.text).toHaveLength(10_000);
    const again = await request(app)
      .get('/big')
      .set('If-None-Match', first.headers.etag);
    expect([again.status, again.text]).toEqual([304, '']);
    const plain = await request(app)
      .get('/big')
      .set('Accept-Encoding', 'identity');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body.text).toHaveLength(10_000);
  });

  it('finds an answer that breaks the contract', async () => {
    const broken = { limit: 'five', by: 'me' } as unknown as {
      limit: number;
      by: string;
    };
    const { app } = serve({ list: async () => broken });
    const response = await request(app).get('/pets');
    expect(response.status).toBe(500);
    expect(messageOf(response)).toContain(
      'The answer of list breaks its contract: field "limit"',
    );
  });

  it('answers a path that no route has, but leaves those of the framework alone', async () => {
    const { app } = serve();
    const unknown = await request(app).put('/pets');
    expect(unknown.status).toBe(404);
    expect(messageOf(unknown)).toContain(
      'no route PUT /pets; GET /api/pets/openapi.json lists them',
    );
    const framework = await request(app).get('/.backstage/permissions');
    expect(framework.body.error).toBeUndefined();
  });

  it('serves its description', async () => {
    const { app } = serve();
    const { body } = await request(app).get('/openapi.json');
    expect(body.paths['/pets'].get.parameters).toEqual([
      expect.objectContaining({ name: 'limit', in: 'query', required: false }),
      expect.objectContaining({ name: 'kind', in: 'query', required: false }),
    ]);
    expect(body.paths['/pets/{house}'].post).toMatchObject({
      operationId: 'addPet',
      requestBody: { required: true },
      responses: { 201: {} },
    });
    expect(body.paths['/card/{name}.txt'].get.security).toEqual([]);
    expect(body.paths['/pets'].delete.responses).toHaveProperty('204');
  });
});

describe('allowPublicRoutes', () => {
  it('opens the public paths and no other', () => {
    const httpRouter = mockServices.httpRouter.mock();
    allowPublicRoutes(contract, httpRouter);
    expect(httpRouter.addAuthPolicy.mock.calls).toEqual([
      [{ path: '/card', allow: 'unauthenticated' }],
    ]);
  });
});
