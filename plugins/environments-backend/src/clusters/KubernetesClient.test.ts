import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as kubernetes from '@kubernetes/client-node';
import { namespace } from '../__testUtils__/records';
import { KubernetesClient } from './KubernetesClient';

type Answer = { status: number; body: object } | 'silence';

/** Answers every request in the same way, as an API server might. */
async function serve(answer: Answer) {
  const server = createServer((_, response) => {
    if (answer === 'silence') return;
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer.body));
  });
  await new Promise<void>(done => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise(done => {
      server.close(done);
      server.closeAllConnections();
    });
  return { port, close };
}

async function ask(
  answer: Answer,
  question: (client: KubernetesClient) => Promise<unknown>,
) {
  const { port, close } = await serve(answer);
  const client = new KubernetesClient(
    kubernetes,
    {
      name: 'dev',
      title: 'Development',
      url: `http://127.0.0.1:${port}`,
      token: 'secret',
      skipTLSVerify: true,
    },
    { timeoutMs: answer === 'silence' ? 100 : 5_000 },
  );
  try {
    return await question(client);
  } finally {
    await close();
  }
}

const refused = (status: number, message = 'it says why') => ({
  status,
  body: { kind: 'Status', message },
});

describe('a cluster', () => {
  it('that does not answer is given up', async () => {
    await expect(
      ask('silence', client => client.namespaces()),
    ).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message:
        'The cluster Development cannot be reached (no answer in time): try again later, or tell its operators',
    });
  });

  it('that is not there is named', async () => {
    const { port, close } = await serve('silence');
    await close();
    const client = new KubernetesClient(kubernetes, {
      name: 'dev',
      title: 'Development',
      url: `http://127.0.0.1:${port}`,
      token: 'secret',
      skipTLSVerify: true,
    });
    await expect(client.namespaces()).rejects.toThrow(
      'The cluster Development cannot be reached (ECONNREFUSED)',
    );
  });

  it.each([
    [401, 'ServiceUnavailableError', "does not know the portal's token"],
    [
      403,
      'ServiceUnavailableError',
      'does not let the portal do this: it says why',
    ],
    [409, 'ConflictError', 'Somebody else has just changed this'],
    [422, 'InputError', 'refuses this: it says why'],
    [500, 'ServiceUnavailableError', 'has failed: it says why'],
  ])('that answers %s is a %s', async (status, name, message) => {
    const failing = ask(refused(status), client =>
      client.apply({ apiVersion: 'v1', kind: 'ServiceAccount' }),
    );
    await expect(failing).rejects.toMatchObject({
      name,
      message: expect.stringContaining(message),
    });
  });

  it('that has no such namespace says nothing', async () => {
    expect(
      await ask(refused(404), client => client.namespace('dev-shop')),
    ).toBeUndefined();
  });

  it('that has a namespace of the name makes none', async () => {
    expect(
      await ask(refused(409), client =>
        client.createNamespace({ metadata: { name: 'dev-shop' } }),
      ),
    ).toBeUndefined();
  });

  it.each([404, 409])(
    'that answers %s neither writes on nor takes away a namespace',
    async status => {
      const write = ask(refused(status), client =>
        client.annotate(namespace(), {}),
      );
      expect(await write).toBeUndefined();
      const remove = ask(refused(status), client =>
        client.deleteNamespace(namespace()),
      );
      expect(await remove).toBe(false);
    },
  );

  it('never has its token told', async () => {
    const failing = ask(refused(500, ''), client => client.namespaces());
    await expect(failing).rejects.not.toThrow('secret');
  });

  it('lets people in by a file of its own', async () => {
    const file = await ask(refused(404), async client =>
      client.kubeconfig('dev-shop', 'short-lived'),
    );
    expect(file).toMatch('token: short-lived');
    expect(file).toMatch('namespace: dev-shop');
    expect(file).not.toMatch('secret');
  });
});
