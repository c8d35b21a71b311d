import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { type GitPlaces, gitPlacesServiceRef } from './service';

/** What a plugin is given that needs to know where repositories are. */
async function placesWith(
  squadron: object,
  integrations = {},
): Promise<GitPlaces | undefined> {
  let given: GitPlaces | undefined;
  const plugin = createBackendPlugin({
    pluginId: 'reader',
    register(env) {
      env.registerInit({
        deps: { places: gitPlacesServiceRef },
        async init({ places }) {
          given = places;
        },
      });
    },
  });
  const app = { baseUrl: 'http://localhost:3000' };
  const data = { app, backend: app, integrations, squadron };
  const config = mockServices.rootConfig.factory({ data });
  const backend = await startTestBackend({ features: [plugin, config] });
  await backend.stop();
  return given;
}

describe('the places of repositories', () => {
  it.each([{}, { git: null }, { git: { directory: null } }])(
    'let a portal start that has none (%j)',
    async squadron => {
      expect(await placesWith(squadron)).toEqual({
        git: undefined,
        gitHost: undefined,
      });
    },
  );

  it('are the portal and the host that are configured', async () => {
    const publishTo = { host: 'github.com', owner: 'acme' };
    const git = { directory: '/tmp/none', publishTo };
    const github = [{ host: 'github.com', token: 'token' }];
    const places = await placesWith({ git }, { github });
    expect(places?.git?.addresses.repository('shop')).toBe(
      'http://localhost:3000/git/shop/',
    );
    expect(places?.gitHost?.page('shop')).toBe('https://github.com/acme/shop');
  });

  it('stop a portal that is to publish without a token', async () => {
    const git = { publishTo: { host: 'github.com', owner: 'acme' } };
    await expect(placesWith({ git })).rejects.toThrow(
      'for which the portal has no token',
    );
  });
});
