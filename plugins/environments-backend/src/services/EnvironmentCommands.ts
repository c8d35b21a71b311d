import { ConflictError } from '@backstage/errors';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  type Environment,
  RESOURCE_TYPE_ENVIRONMENT,
  environmentsCreatePermission,
  environmentsDeletePermission,
  environmentsExtendPermission,
  environmentsUsePermission,
} from '@squadron/plugin-environments-common';
import type { ClusterClient } from '../clusters/ClusterClient';
import { begunAgain, extended, firstEnd, promoted } from '../domain/expiry';
import {
  type EnvironmentFacts,
  type EnvironmentRecord,
  annotationsOf,
  readEnvironment,
} from '../domain/facts';
import { branchOf, componentRefOf, namespaceOf } from '../domain/names';
import { isMadeBy, takeOver } from '../domain/takeOver';
import { developer } from '../manifests/access';
import { type QuotaSize, environmentManifests } from '../manifests/environment';
import type { ComponentOwners } from './ComponentOwners';
import type {
  EnvironmentQueries,
  EnvironmentQueryOptions,
} from './EnvironmentQueries';
import { type Place, findEnvironment } from './findEnvironment';

/** The upkeep and a person may write at the same time; more often than this they do not. */
const mostAttempts = 5;

type EnvironmentPermission = ResourcePermission<
  typeof RESOURCE_TYPE_ENVIRONMENT
>;

/** Who acts, and what must be allowed to them. */
export interface Actor {
  /** Ref of the person, or what a plugin is called. */
  by: string;
  /** Fails unless they may do it for the group. */
  require: (permission: EnvironmentPermission, group: string) => Promise<void>;
}

/** What somebody asks for. */
export interface Wanted {
  cluster?: string;
  component: string;
  branch?: string;
  owner: string;
  labels: Record<string, string>;
  task?: string;
}

export interface EnvironmentCommandOptions extends EnvironmentQueryOptions {
  owners: ComponentOwners;
  queries: EnvironmentQueries;
  quota: QuotaSize;
}

function requireStaying({ namespace }: EnvironmentRecord): void {
  if (!namespace.deletedAt) return;
  throw new ConflictError(
    `${namespace.name} is being taken away: make a new one when it has gone`,
  );
}

/** Makes, keeps, opens and takes away environments. All that is known of them is in their clusters. */
export class EnvironmentCommands {
  readonly #options: EnvironmentCommandOptions;

  constructor(options: EnvironmentCommandOptions) {
    this.#options = options;
  }

  /** Makes an environment, or answers the one that there is. Repeated after a failure, it completes it. */
  async create(
    wanted: Wanted,
    actor: Actor,
  ): Promise<Environment & { created: boolean }> {
    const { clusters, limits, look, owners, queries, quota, now } =
      this.#options;
    const component = componentRefOf(wanted.component);
    const owner = await owners.group(wanted.owner);
    await actor.require(environmentsCreatePermission, owner);
    await owners.require(component, owner);
    const client = clusters.named(wanted.cluster);
    const facts: EnvironmentFacts = {
      component,
      branch: branchOf(wanted.branch),
      owner,
      createdBy: actor.by,
      createdAt: now(),
      expiresAt: firstEnd(now(), limits),
      stage: 'preparing',
      task: wanted.task,
      told: '',
    };
    const name = namespaceOf(wanted.component, wanted.branch);
    const manifests = environmentManifests(name, facts, {
      tags: wanted.labels,
      quota,
    });
    const made = await client.createNamespace(manifests.namespace);
    const environment = made
      ? { ...facts, namespace: made }
      : await this.#beginAgain(client, name, facts);
    for (const each of manifests.contents) await client.apply(each);
    look.forget(client);
    const created = made !== undefined || isMadeBy(environment, wanted.task);
    return { ...(await queries.describe(client, environment)), created };
  }

  /** The golden path has ended well: from now on it stays for days. */
  promote(place: Place, actor: Actor): Promise<Environment> {
    const { limits, now } = this.#options;
    return this.#change(place, actor, {
      permission: environmentsCreatePermission,
      decide: environment => promoted(environment, now(), limits),
    });
  }

  extend(place: Place, hours: number, actor: Actor): Promise<Environment> {
    const { limits, now } = this.#options;
    return this.#change(place, actor, {
      permission: environmentsExtendPermission,
      decide: environment => extended(environment, hours, now(), limits),
    });
  }

  /** Of one that is going away already, this is true as well. */
  async delete(place: Place, actor: Actor): Promise<void> {
    const client = this.#options.clusters.named(place.cluster);
    await this.#insist(place.namespace, async () => {
      const environment = await findEnvironment(client, place.namespace);
      const { namespace, owner } = environment;
      await actor.require(environmentsDeletePermission, owner);
      const isGoing = namespace.deletedAt !== undefined;
      return isGoing || (await client.deleteNamespace(namespace)) || undefined;
    });
    this.#options.look.forget(client);
  }

  /** A way in for some minutes. It is kept nowhere, and goes with the environment at the latest. */
  async createKubeconfig(
    { cluster, namespace }: Place,
    minutes: number,
    actor: Actor,
  ): Promise<{ kubeconfig: string; expiresAt: string }> {
    const client = this.#options.clusters.named(cluster);
    const environment = await findEnvironment(client, namespace);
    await actor.require(environmentsUsePermission, environment.owner);
    requireStaying(environment);
    const seconds = minutes * 60;
    const issued = await client.issueToken(namespace, developer, seconds);
    return {
      kubeconfig: client.kubeconfig(namespace, issued.token),
      expiresAt: issued.expiresAt.toISOString(),
    };
  }

  #beginAgain(
    client: ClusterClient,
    name: string,
    claim: EnvironmentFacts,
  ): Promise<EnvironmentRecord> {
    const { limits, now } = this.#options;
    return this.#insist(name, async () => {
      const namespace = await client.namespace(name);
      if (!namespace) {
        throw new ConflictError(`${name} has just gone: try again`);
      }
      const found = takeOver(namespace, claim);
      return this.#write(client, found, begunAgain(found, now(), limits));
    });
  }

  async #change(
    place: Place,
    actor: Actor,
    change: {
      permission: EnvironmentPermission;
      decide: (environment: EnvironmentRecord) => Partial<EnvironmentFacts>;
    },
  ): Promise<Environment> {
    const { clusters, look, queries } = this.#options;
    const client = clusters.named(place.cluster);
    const changed = await this.#insist(place.namespace, async () => {
      const found = await findEnvironment(client, place.namespace);
      await actor.require(change.permission, found.owner);
      requireStaying(found);
      return this.#write(client, found, change.decide(found));
    });
    look.forget(client);
    return queries.describe(client, changed);
  }

  async #write(
    client: ClusterClient,
    { namespace }: EnvironmentRecord,
    change: Partial<EnvironmentFacts>,
  ): Promise<EnvironmentRecord | undefined> {
    const written = await client.annotate(namespace, annotationsOf(change));
    return written && readEnvironment(written);
  }

  /** Does it again from the start when somebody else has written in between. */
  async #insist<T>(
    name: string,
    work: () => Promise<T | undefined>,
  ): Promise<T> {
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      const done = await work();
      if (done !== undefined) return done;
    }
    throw new ConflictError(
      `${name} is changed by others all the time: look at it again and repeat what you did`,
    );
  }
}
