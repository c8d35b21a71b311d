import { gitEnvironment } from './environment';

describe('the environment of git', () => {
  it('has the ways of the network, and nothing else of the machine', () => {
    const proxy = 'http://proxy.example.com:3128';
    const network = {
      HTTPS_PROXY: proxy,
      https_proxy: proxy,
      NO_PROXY: '.example.com',
      SSL_CERT_DIR: '/etc/ssl/certs',
    };
    const found = gitEnvironment({
      ...network,
      PATH: '/usr/bin',
      GIT_DIR: '/elsewhere',
      GIT_SSH_COMMAND: 'false',
      HOME: '/home/ann',
      SQUADRON_TOKEN: 'secret',
    });
    expect(found).toMatchObject({ ...network, PATH: '/usr/bin' });
    for (const key of [
      'GIT_DIR',
      'GIT_SSH_COMMAND',
      'HOME',
      'SQUADRON_TOKEN',
    ]) {
      expect(found).not.toHaveProperty(key);
    }
    expect(found).not.toHaveProperty('GIT_SSL_CAINFO');
  });

  it('trusts whom the portal trusts, unless it is told whom to trust', () => {
    const own = { NODE_EXTRA_CA_CERTS: '/ca/node.pem' };
    expect(gitEnvironment(own).GIT_SSL_CAINFO).toBe('/ca/node.pem');
    const told = { ...own, GIT_SSL_CAINFO: '/ca/git.pem' };
    expect(gitEnvironment(told).GIT_SSL_CAINFO).toBe('/ca/git.pem');
  });
});
