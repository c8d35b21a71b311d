import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ServiceUnavailableError } from '@backstage/errors';
import { type GitHostServer, startGitHost } from '@squadron/test-git-host';
import { hostOf } from '../__testUtils__/hostOf';
import type { GitHost } from './GitHost';
import { HostRefusal } from './HostApi';

// Each repository starts git some times, which takes long on a busy machine.
jest.setTimeout(60_000);

/** Of GitHub, for an integration. */
const app = {
  appId: 1,
  clientId: 'client',
  clientSecret: 'secret',
  webhookSecret: 'secret',
  privateKey: generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey,
};

describe('GitHub', () => {
  const slug = (team: string) => ({ 'github.com/team-slug': team });
  let server: GitHostServer;
  let host: GitHost;
  beforeEach(async () => {
    server = await startGitHost({ kind: 'github', teams: ['squad-b-1'] });
    host = hostOf('github', server);
  });
  afterEach(() => server.stop());

  it.each([
    ['does not answer', 503, { message: 'No server' }, false],
    ['has not installed it', 200, [], true],
    [
      'has suspended it',
      200,
      [{ id: 1, account: { login: 'acme' }, suspended_by: { id: 2 } }],
      true,
    ],
  ])(
    'tells whether an app is refused its token where the host %s',
    async (_, status, body, isRefusal) => {
      const api = createServer((_request, response) =>
        response
          .writeHead(status, { 'content-type': 'application/json' })
          .end(JSON.stringify(body)),
      );
      api.listen(0, '127.0.0.1');
      await once(api, 'listening');
      const { port } = api.address() as AddressInfo;
      const integration = {
        host: `127.0.0.1:${port}`,
        apiBaseUrl: `http://127.0.0.1:${port}`,
        apps: [app],
      };
      const failure = await hostOf('github', { integration, owner: 'acme' })
        .has('shop')
        .catch(error => error);
      api.closeAllConnections();
      api.close();
      expect(failure).toBeInstanceOf(ServiceUnavailableError);
      expect(failure instanceof HostRefusal).toBe(isRefusal);
    },
  );

  it('lets the team of a group administer a repository', async () => {
    await server.make('shop');
    const team = await host.findTeam(slug('acme/squad-b-1'));
    expect(team?.name).toBe('acme/squad-b-1');
    await team?.admit('shop');
    expect(server.requests.at(-1)).toMatchObject({
      method: 'PUT',
      path: '/api/v3/orgs/acme/teams/squad-b-1/repos/acme/shop',
      body: { permission: 'admin' },
    });
  });

  it.each([{}, slug('other/squad-b-1'), slug('squad-b-1')])(
    'knows no team by %j',
    async annotations => {
      expect(await host.findTeam(annotations)).toBeUndefined();
    },
  );

  it('says so when the organization has no such team', async () => {
    await expect(host.findTeam(slug('acme/squad-b-2'))).rejects.toThrow(
      'has no team acme/squad-b-2',
    );
  });

  it('says so when the plan protects no branches', async () => {
    await server.make('shop');
    const asked = { method: 'PUT', path: /protection$/ };
    const message =
      'Upgrade to GitHub Pro or make this repository public to enable this feature.';
    server.answerInstead(asked, { status: 403, message });
    await expect(host.protect('shop')).rejects.toMatchObject({
      name: 'NotImplementedError',
    });
  });
});
