import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { setupCli } from '../__testUtils__/cli';

describe('npm run org -- plan, against a portal', () => {
  const { command, printed } = setupCli();
  let server: Server;
  let url: string;
  let answers: Record<string, [status: number, body: unknown]>;
  const asked: { path: string; persona?: unknown; token?: string }[] = [];

  beforeEach(async () => {
    asked.length = 0;
    server = createServer((req, res) => {
      const [path] = (req.url ?? '').split('?');
      const { authorization, 'x-demo-persona': persona } = req.headers;
      asked.push({ path, persona, token: authorization });
      const [status, body] = answers[path] ?? [404, {}];
      res.writeHead(status, { 'Content-Type': 'application/json' });
      res.end(JSON.stringify(body));
    });
    await new Promise<void>(done => {
      server.listen(0, '127.0.0.1', done);
    });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    answers = {
      '/api/auth/demo/refresh': [200, { backstageIdentity: { token: 't' } }],
      '/api/catalog/entities/by-query': [
        200,
        { items: [], totalItems: 0, pageInfo: {} },
      ],
    };
  });
  afterEach(async () => {
    await new Promise(done => {
      server.close(done);
    });
  });

  it('signs in as the lead of the company and reads the catalog', async () => {
    expect(await command('plan', '--url', url)).toBe(0);
    expect(printed()).toContain('4 to add, 0 to change, 0 to delete');
    expect(asked).toEqual([
      { path: '/api/auth/demo/refresh', persona: 'ceo', token: undefined },
      {
        path: '/api/catalog/entities/by-query',
        persona: undefined,
        token: 'Bearer t',
      },
    ]);
  });

  it('uses a token instead', async () => {
    expect(await command('plan', '--url', url, '--token', 'mine')).toBe(0);
    expect(asked.map(({ token }) => token)).toEqual(['Bearer mine']);
  });

  it('says that the person may not sign in', async () => {
    answers['/api/auth/demo/refresh'] = [401, {}];
    expect(await command('plan', '--url', url, '--persona', 'bob')).toBe(1);
    expect(printed()).toContain('does not let "bob" sign in (401)');
  });

  it('says that the catalog refuses', async () => {
    answers['/api/catalog/entities/by-query'] = [403, {}];
    expect(await command('plan', '--url', url)).toBe(1);
    expect(printed()).toContain(`The catalog of ${url} answers 403`);
  });

  it('says that no portal runs there', async () => {
    expect(await command('plan', '--url', 'http://127.0.0.1:1')).toBe(1);
    expect(printed()).toMatch(
      /^No portal answers at http:\/\/127.0.0.1:1 \(.*\): start it with "npm start"/,
    );
  });
});
