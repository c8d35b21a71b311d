import { mockServices } from '@backstage/backend-test-utils';
import { readGitHost } from './readGitHost';

const github = [{ host: 'github.com', token: 'secret' }];
const gitlab = [{ host: 'gitlab.com', token: 'secret' }];

function read(publishTo?: object, integrations: object = { github, gitlab }) {
  const data = { integrations, squadron: { git: { publishTo } } };
  return readGitHost(mockServices.rootConfig({ data }));
}

describe('where golden paths publish to', () => {
  it('is nowhere unless it is configured', () => {
    expect(read()).toBeUndefined();
  });

  it('is GitHub or GitLab, by whose integration has the host', () => {
    const onGithub = read({ host: 'github.com', owner: 'acme' });
    expect(onGithub).toMatchObject({ kind: 'github', visibility: 'private' });
    expect(onGithub?.definition('shop')).toBe(
      'https://github.com/acme/shop/blob/main/catalog-info.yaml',
    );
    const onGitlab = read({
      host: 'gitlab.com',
      owner: 'acme/platform',
      visibility: 'internal',
    });
    expect(onGitlab).toMatchObject({ kind: 'gitlab', visibility: 'internal' });
    expect(onGitlab?.repoUrl('shop')).toBe(
      'gitlab.com?owner=acme%2Fplatform&repo=shop',
    );
  });

  it('may be GitHub by an app', () => {
    const app = {
      appId: 1,
      clientId: 'a',
      clientSecret: 'b',
      webhookSecret: 'c',
      privateKey: 'd',
    };
    const integrations = { github: [{ host: 'github.com', apps: [app] }] };
    const host = read({ host: 'github.com', owner: 'acme' }, integrations);
    expect(host?.kind).toBe('github');
  });

  it.each([
    ['a host that nothing knows', { host: 'git.example', owner: 'acme' }],
    ['a host without a token', { host: 'gitlab.com', owner: 'acme' }],
  ])('stops the start for %s', (_, publishTo) => {
    expect(() => read(publishTo, { github })).toThrow(
      `squadron.git.publishTo.host is ${publishTo.host}, for which the portal has no token`,
    );
  });

  it.each([
    { host: 'github.com', owner: 'acme/platform' },
    { host: 'github.com', owner: 'acme?x=' },
    { host: 'gitlab.com', owner: 'acme/../x' },
    { host: 'gitlab.com', owner: '/acme' },
    { host: 'github.com', owner: 'acme', visibility: 'secret' },
  ])('stops the start for %j', publishTo => {
    expect(() => read(publishTo)).toThrow(/publishTo\.(owner|visibility) is "/);
  });
});
