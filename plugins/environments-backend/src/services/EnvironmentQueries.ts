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
import type { ClusterLook, Look } from './ClusterLook';
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

interface ClusterState extends Look {
  cluster: ClusterClient;
}

function toCluster({
  cluster: { name, title },
  problem,
}: ClusterState): Cluster {
  return { name, title, problem };
}

/** Answers which environments there are. */
export class EnvironmentQueries {
  readonly #options: EnvironmentQueryOptions;

  constructor(options: EnvironmentQueryOptions) {
    this.#options = options;
  }

  /** The clusters, with why one does not answer. */
  async clusters(): Promise<Cluster[]> {
    return (await this.#look()).map(toCluster);
  }

  /** Those of all clusters that answer, those first that end first, with the clusters as they answered this time. */
  async list({
    root,
    component,
  }: Filter): Promise<{ items: Environment[]; clusters: Cluster[] }> {
    const tree = await this.#options.orgModel.tree();
    const isWithin = withinRoots(tree, root);
    const looks = await this.#look();
    const items = looks.flatMap(({ cluster, environments, quotas }) =>
      environments
        .filter(({ owner }) => isWithin(owner))
        .filter(each => !component || each.component === component)
        .map(each =>
          this.#describe(each, cluster, tree, quotas.get(each.namespace.name)),
        ),
    );
    items.sort((a, b) => a.expiresAt.localeCompare(b.expiresAt));
    return { items, clusters: looks.map(toCluster) };
  }

  async get({ cluster, namespace }: Place): Promise<Environment> {
    const client = this.#options.clusters.named(cluster);
    const environment = await findEnvironment(client, namespace);
    return this.describe(client, environment);
  }

  /**
   * What the API tells of an environment that was just read or changed. What it uses is not worth to fail for, or
   * what was changed would look as if it had not been.
   */
  async describe(
    cluster: ClusterClient,
    environment: EnvironmentRecord,
  ): Promise<Environment> {
    const { name } = environment.namespace;
    const [tree, quotas] = await Promise.all([
      this.#options.orgModel.tree(),
      cluster.quotas(name).catch(() => undefined),
    ]);
    return this.#describe(environment, cluster, tree, quotas?.get(name));
  }

  async #look(): Promise<ClusterState[]> {
    const { clusters, look } = this.#options;
    return Promise.all(
      clusters
        .all()
        .map(async cluster => ({ cluster, ...(await look.at(cluster)) })),
    );
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
