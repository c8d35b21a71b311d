import { readFileSync } from 'node:fs';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/** How a cluster is reached. */
export interface ClusterAddress {
  name: string;
  title: string;
  url: string;
  /** Of the service account that the portal acts as. */
  token: string;
  /** Certificates of who signed the cluster's own, base64. */
  caData?: string;
  skipTLSVerify: boolean;
}

const locatorsKey = 'kubernetes.clusterLocatorMethods';
const chosenKey = 'environments.clusters';

/** Read here, since a file of the portal's machine is of no use in the file that somebody gets. */
function readCertificates(file: string | undefined): string | undefined {
  return file && readFileSync(file).toString('base64');
}

function configuredClusters(config: RootConfigService): ClusterAddress[] {
  const locators = config.getOptionalConfigArray(locatorsKey) ?? [];
  return locators
    .filter(locator => locator.getString('type') === 'config')
    .flatMap(locator => locator.getConfigArray('clusters'))
    .flatMap(cluster => {
      const token = cluster.getOptionalString('serviceAccountToken');
      if (!token) return [];
      const name = cluster.getString('name');
      return [
        {
          name,
          title: cluster.getOptionalString('title') ?? name,
          url: cluster.getString('url'),
          token,
          caData:
            cluster.getOptionalString('caData') ??
            readCertificates(cluster.getOptionalString('caFile')),
          skipTLSVerify: cluster.getOptionalBoolean('skipTLSVerify') ?? false,
        },
      ];
    });
}

/**
 * The clusters that environments are made in: those of the Kubernetes plugin's configuration that it
 * has a service account token for, narrowed and ordered by `environments.clusters`.
 *
 * @throws `InputError` when that names a cluster which is not one of them
 */
export function readClusters(config: RootConfigService): ClusterAddress[] {
  const clusters = configuredClusters(config);
  const chosen = config.getOptionalStringArray(chosenKey);
  if (!chosen) return clusters;
  return chosen.map(name => {
    const found = clusters.find(cluster => cluster.name === name);
    if (found) return found;
    throw new InputError(
      `${chosenKey} names "${name}", but ${locatorsKey} has no cluster of that name with a serviceAccountToken: add it there, or take the name out`,
    );
  });
}
