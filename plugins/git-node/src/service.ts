import { urlReaderFactoriesServiceRef } from '@backstage/backend-defaults/urlReader';
import {
  type RootConfigService,
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { GitStore } from './GitStore';
import { GitUrlReader } from './GitUrlReader';
import { GitAddresses } from './addresses';
import type { GitHost } from './hosts/GitHost';
import { readGitHost } from './hosts/readGitHost';

/** The portal's own repositories, with the addresses that they have. */
export interface GitService {
  store: GitStore;
  addresses: GitAddresses;
}

/** Answers nothing where no folder is configured: then the portal publishes to GitHub or GitLab, or not at all. */
export const gitServiceRef = createServiceRef<GitService | undefined>({
  id: 'git.repositories',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { config: coreServices.rootConfig },
      factory: ({ config }) => readGitService(config),
    }),
});

/**
 * Where golden paths publish to instead of the portal's own repositories; nothing where none is configured. A portal
 * whose host has no token does not start.
 */
export const gitHostServiceRef = createServiceRef<GitHost | undefined>({
  id: 'git.host',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { config: coreServices.rootConfig },
      factory: ({ config }) => readGitHost(config),
    }),
});

/** Lets every plugin read the portal's repositories by their addresses. */
export const gitUrlReaderFactory = createServiceFactory({
  service: urlReaderFactoriesServiceRef,
  deps: { git: gitServiceRef },
  factory:
    ({ git }) =>
    ({ treeResponseFactory: trees }) => {
      if (!git) return [];
      const reader = new GitUrlReader({ ...git, trees });
      const predicate = ({ href }: URL) =>
        git.addresses.parse(href) !== undefined;
      return [{ predicate, reader }];
    },
});

function readGitService(config: RootConfigService): GitService | undefined {
  const directory = config.getOptionalString('squadron.git.directory');
  if (!directory) return undefined;
  return {
    store: new GitStore({ directory }),
    addresses: new GitAddresses({
      appBaseUrl: config.getString('app.baseUrl'),
      backendBaseUrl: config.getString('backend.baseUrl'),
    }),
  };
}
