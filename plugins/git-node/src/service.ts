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

/** Where there are repositories; what is not configured is not there, but named, as Backstage starts no plugin without. */
export interface GitPlaces {
  /** The portal's own. */
  git: GitService | undefined;
  /** The GitHub or GitLab that golden paths publish to instead. */
  gitHost: GitHost | undefined;
}

/** A portal that is to publish to a host without a token does not start. */
export const gitPlacesServiceRef = createServiceRef<GitPlaces>({
  id: 'git.places',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { config: coreServices.rootConfig },
      factory: ({ config }) => ({
        git: readGitService(config),
        gitHost: readGitHost(config),
      }),
    }),
});

/** Lets every plugin read the portal's repositories by their addresses. */
export const gitUrlReaderFactory = createServiceFactory({
  service: urlReaderFactoriesServiceRef,
  deps: { places: gitPlacesServiceRef },
  factory:
    ({ places: { git } }) =>
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
