import path from 'node:path';
import { ConfigSources } from '@backstage/config-loader';
import {
  AuthResolverContext,
  ReadDeclarativeSignInResolverOptions,
  commonSignInResolvers,
  readDeclarativeSignInResolver,
} from '@backstage/plugin-auth-node';
import { NotFoundError } from '@backstage/errors';

type Factories =
  ReadDeclarativeSignInResolverOptions<unknown>['signInResolverFactories'];

const root = path.resolve(__dirname, '../../..');

/** Signs in with an address; the catalog has ciso and other people, and no addresses. */
async function signIn(email: string, env: Record<string, string>) {
  const config = await ConfigSources.toConfig(
    ConfigSources.default({
      rootDir: root,
      argv: ['--config', path.join(root, 'app-config.production.yaml')],
      env,
      substitutionFunc: async name => env[name],
    }),
  );
  try {
    const resolver = readDeclarativeSignInResolver({
      config: config.getConfig('auth.providers.oidc.production'),
      signInResolverFactories: commonSignInResolvers as unknown as Factories,
    })!;
    const context = {
      signInWithCatalogUser: async (query: object) => {
        if (!('entityRef' in query)) throw new NotFoundError('nobody');
        return { token: JSON.stringify(query) };
      },
    } as unknown as AuthResolverContext;
    const { token } = await resolver(
      { profile: { email }, result: {} },
      context,
    );
    return token;
  } finally {
    config.close();
  }
}

describe('app-config.production.yaml', () => {
  const env = { OIDC_EMAIL_DOMAIN: 'acme.example' };

  it('knows people of the own domain by their name', async () => {
    await expect(signIn('ciso@acme.example', env)).resolves.toContain('"ciso"');
  });

  it.each([
    ['ciso@evil.example', env],
    ['ciso@acme.example.evil.example', env],
    ['ciso@acme.example', {}],
  ])('lets %s not in as ciso, given %j', async (email, given) => {
    await expect(
      signIn(email, given as Record<string, string>),
    ).rejects.toThrow('not from an allowed domain');
  });
});
