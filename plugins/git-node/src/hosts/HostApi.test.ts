import { type RequestListener, createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { HostApi } from './HostApi';

/** A host that answers everything alike. */
async function answering(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const api = new HostApi({
    host: 'git.example',
    baseUrl: `http://127.0.0.1:${port}`,
    headers: async () => ({ authorization: 'Bearer secret' }),
  });
  return { api, stop: () => server.close() };
}

describe('the API of a host', () => {
  it.each<[string, RequestListener, RegExp]>([
    [
      'what is no JSON',
      (_, response) => response.end('<html>Sign in</html>'),
      /git\.example answered 200 with something else than JSON/,
    ],
    [
      'an answer that breaks off',
      (_, response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{"id":', () => response.destroy());
      },
      /git\.example could not be reached/,
    ],
    [
      'a limit by its count',
      (_, response) => {
        response.writeHead(403, { 'x-ratelimit-remaining': '0' });
        response.end('{"message":"API rate limit exceeded"}');
      },
      /was asked too much .* in an hour at most \(403, API rate limit exceeded\)/,
    ],
    [
      'a limit that says when it ends',
      (_, response) => {
        response.writeHead(429, { 'retry-after': '60' });
        response.end('{}');
      },
      /was asked too much .* in 60 seconds/,
    ],
  ])('says what to do about %s', async (_, listener, message) => {
    const { api, stop } = await answering(listener);
    for (const asking of [api.find('/x'), api.make('/x', {})]) {
      await expect(asking).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
        message: expect.stringMatching(message),
      });
    }
    stop();
  });
});
