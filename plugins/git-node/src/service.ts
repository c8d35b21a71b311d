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

/** The portal's own repositories, with the addresses that they have. */
export interface GitService {
  store: GitStore;
  addresses: GitAddresses;
}

/** Answers nothing where no folder is configured: then the portal publishes to GitHub or GitLab alone. */
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
