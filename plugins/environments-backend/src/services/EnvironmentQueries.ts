import { NotFoundError } from '@backstage/errors';
import type {
  Cluster,
  Environment,
  Quota,
} from '@squadron/plugin-environments-common';
import type { OrgTree } from '@squadron/plugin-org-model-common';
import type { OrgModelService } from '@squadron/plugin-org-model-node';
import { describeEnvironment } from '../domain/describe';
import type { Limits } from '../domain/expiry';
import type { EnvironmentRecord } from '../domain/facts';
import type { ClusterClient } from '../clusters/ClusterClient';
import type { ClusterLook } from './ClusterLook';
import type { Clusters } from './Clusters';
import { type Place, findEnvironment } from './findEnvironment';

export interface EnvironmentQueryOptions {
  clusters: Clusters;
  look: ClusterLook;
  orgModel: Pick<OrgModelService, 'tree'>;
  limits: Limits;
  now: () => Date;
}

interface Filter {
  /** Groups, each with everything below it. */
  root?: readonly string[];
  /** Ref of a component. */
  component?: string;
}

function withinRoots(tree: OrgTree, roots: readonly string[] | undefined) {
  if (roots === undefined) return () => true;
  const tops = roots.map(root => {
    const top = tree.resolve(root);
    if (top !== undefined) return top;
    throw new NotFoundError(
      `The organization has no group "${root}": choose one that the tree has`,
    );
  });
  return (group: string) => tops.some(top => tree.isWithin(group, top));
}

/** Answers which environments there are. */
export class EnvironmentQueries {
  readonly #options: EnvironmentQueryOptions;

  constructor(options: EnvironmentQueryOptions) {
    this.#options = options;
  }

  /** The clusters, with why one does not answer. */
  async clusters(): Promise<Cluster[]> {
    const { clusters, look } = this.#options;
    return Promise.all(
      clusters.all().map(async cluster => {
        const { name, title } = cluster;
        const { problem } = await look.at(cluster);
        return { name, title, problem };
      }),
    );
  }

  /** Those of all clusters that answer, those first that end first. */
  async list({ root, component }: Filter): Promise<Environment[]> {
    const { clusters, look, orgModel } = this.#options;
    const tree = await orgModel.tree();
    const isWithin = withinRoots(tree, root);
    const found = await Promise.all(
      clusters.all().map(async cluster => {
        const { environments, quotas } = await look.at(cluster);
        return environments
          .filter(({ owner }) => isWithin(owner))
          .filter(each => !component || each.component === component)
          .map(each =>
            this.#describe(
              each,
              cluster,
              tree,
              quotas.get(each.namespace.name),
            ),
          );
      }),
    );
    return found.flat().sort((a, b) => a.expiresAt.localeCompare(b.expiresAt));
  }

  async get({ cluster, namespace }: Place): Promise<Environment> {
    const client = this.#options.clusters.named(cluster);
    const environment = await findEnvironment(client, namespace);
    return this.describe(client, environment);
  }

  /** What the API tells of an environment that was just read or changed. */
  async describe(
    cluster: ClusterClient,
    environment: EnvironmentRecord,
  ): Promise<Environment> {
    const { name } = environment.namespace;
    const [tree, quotas] = await Promise.all([
      this.#options.orgModel.tree(),
      cluster.quotas(name),
    ]);
    return this.#describe(environment, cluster, tree, quotas.get(name));
  }

  #describe(
    environment: EnvironmentRecord,
    cluster: ClusterClient,
    tree: OrgTree,
    quotas: readonly Quota[] = [],
  ): Environment {
    const { owner } = environment;
    const { limits, now } = this.#options;
    return describeEnvironment(environment, {
      cluster: cluster.name,
      ownerTitle: tree.get(owner)?.title ?? owner,
      quotas,
      limits,
      now: now(),
    });
  }
}
