import { DemoIdentity } from './DemoIdentity';

const discoveryApi = { getBaseUrl: async () => 'http://localhost/api/auth' };

function session(token: string, expiresInSeconds = 3600) {
  return new Response(
    JSON.stringify({
      profile: { displayName: 'Ada' },
      backstageIdentity: {
        token,
        expiresInSeconds,
        identity: {
          type: 'user',
          userEntityRef: 'user:default/ada',
          ownershipEntityRefs: ['user:default/ada'],
        },
      },
    }),
  );
}

describe('DemoIdentity', () => {
  let minutes = 0;
  const signIn = (onSignOut = () => {}) =>
    DemoIdentity.signIn({
      persona: 'ada',
      discoveryApi,
      onSignOut,
      now: () => minutes * 60_000,
    });

  beforeEach(() => {
    minutes = 0;
  });
  afterEach(() => jest.restoreAllMocks());

  it('signs in as the person and says who it is', async () => {
    const fetch = jest
      .spyOn(window, 'fetch')
      .mockResolvedValueOnce(session('first'));
    const identity = await signIn();

    expect(fetch).toHaveBeenCalledWith(
      'http://localhost/api/auth/demo/refresh',
      { headers: { 'x-demo-persona': 'ada' } },
    );
    await expect(identity.getProfileInfo()).resolves.toEqual({
      displayName: 'Ada',
    });
    await expect(identity.getBackstageIdentity()).resolves.toMatchObject({
      userEntityRef: 'user:default/ada',
    });
    await expect(identity.getCredentials()).resolves.toEqual({
      token: 'first',
    });
  });

  it('renews the token for the same person shortly before it expires, once', async () => {
    const fetch = jest
      .spyOn(window, 'fetch')
      .mockResolvedValueOnce(session('first'))
      .mockResolvedValueOnce(session('second'));
    const identity = await signIn();

    minutes = 54;
    await expect(identity.getCredentials()).resolves.toEqual({
      token: 'first',
    });
    minutes = 55;
    const both = await Promise.all([
      identity.getCredentials(),
      identity.getCredentials(),
    ]);
    expect(both).toEqual([{ token: 'second' }, { token: 'second' }]);
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(fetch).toHaveBeenLastCalledWith(expect.anything(), {
      headers: { 'x-demo-persona': 'ada' },
    });
  });

  it('tells why it could not renew, and tries again the next time', async () => {
    jest
      .spyOn(window, 'fetch')
      .mockResolvedValueOnce(session('first'))
      .mockResolvedValueOnce(new Response('gone', { status: 503 }))
      .mockResolvedValueOnce(session('third'));
    const identity = await signIn();
    minutes = 59;

    await expect(identity.getCredentials()).rejects.toThrow(/503/);
    await expect(identity.getCredentials()).resolves.toEqual({
      token: 'third',
    });
  });

  it('signs out', async () => {
    jest.spyOn(window, 'fetch').mockResolvedValueOnce(session('first'));
    const onSignOut = jest.fn();
    await (await signIn(onSignOut)).signOut();
    expect(onSignOut).toHaveBeenCalledTimes(1);
  });
});
