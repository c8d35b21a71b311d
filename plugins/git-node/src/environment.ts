import { devNull } from 'node:os';

/** By what a machine says how other hosts are reached, and whom to trust. */
const ofNetwork = [
  'HTTPS_PROXY',
  'HTTP_PROXY',
  'NO_PROXY',
  'https_proxy',
  'http_proxy',
  'no_proxy',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'GIT_SSL_CAINFO',
];

/**
 * What git is told by its environment: the ways of the network, so that it comes as far as the portal, and nothing
 * else of the machine's or a person's own settings; and it asks nobody.
 *
 * @param own - environment of the portal
 */
export function gitEnvironment(
  own: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const network = ofNetwork.flatMap(key => {
    const value = own[key];
    return value ? [[key, value]] : [];
  });
  const trusted = own.NODE_EXTRA_CA_CERTS;
  return {
    PATH: own.PATH ?? '',
    LC_ALL: 'C.UTF-8',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_TERMINAL_PROMPT: '0',
    ...(trusted && { GIT_SSL_CAINFO: trusted }),
    ...Object.fromEntries(network),
  };
}
