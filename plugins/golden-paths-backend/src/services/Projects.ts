import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  DEFAULT_NAMESPACE,
  type Entity,
  parseEntityRef,
  parseLocationRef,
} from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { GitHost, GitService, GitStore } from '@squadron/plugin-git-node';
import { REPOSITORY_ANNOTATION } from '@squadron/plugin-golden-paths-common';
import { entitiesDefinedAt } from '@squadron/plugin-org-model-node';
import { HostRepository } from './HostRepository';
import { PortalRepository } from './PortalRepository';
import type { ProjectRepository } from './ProjectRepository';
import { SharedWork } from './SharedWork';

/** A component that a golden path made, with its repository. */
export interface Project {
  /** Name of the component. */
  component: string;
  /** The file that defines it, as the catalog notes it. */
  location: string;
  repository: ProjectRepository;
}

export interface ProjectsOptions {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntities' | 'getEntityByRef'>;
  git: GitService | undefined;
  gitHost: GitHost | undefined;
}

/** Finds what golden paths have made. */
export class Projects {
  readonly #options: ProjectsOptions;
  readonly #copies = new SharedWork<GitStore>();

  constructor(options: ProjectsOptions) {
    this.#options = options;
  }

  /**
   * @param component - its name
   * @throws `NotFoundError` when there is no such component, or it comes from no repository of the portal
   *   or of the host that it publishes to;
   *   `InputError` for the ref of something else than a component of the default namespace
   */
  async find(
    component: string,
    credentials: BackstageCredentials,
  ): Promise<Project> {
    const { catalog } = this.#options;
    const entity = await catalog.getEntityByRef(refOf(component), {
      credentials,
    });
    if (!entity) {
      throw new NotFoundError(`The catalog has no component ${component}`);
    }
    const location = entity.metadata.annotations?.[ANNOTATION_LOCATION];
    const repository = location && (await this.#repositoryOf(entity, location));
    if (!location || !repository) {
      throw new NotFoundError(
        `${component} comes from no repository of the portal, nor from one that it has published: take changes of its golden path over by hand`,
      );
    }
    return { component: entity.metadata.name, location, repository };
  }

  /**
   * Refs of the groups that must allow a change of what there is in its repository; at least one.
   *
   * @throws `InputError` when something that its file defines has no owner
   */
  async ownersOf({ location }: Project): Promise<Set<string>> {
    const entities = await entitiesDefinedAt(location, this.#options);
    return new Set(entities.map(({ owner }) => owner));
  }

  /**
   * Who writes an annotation may name any repository: the component must come from that one, and from the file that
   * says whose the repository is, as an update changes main for everybody.
   */
  async #repositoryOf(
    { metadata }: Entity,
    location: string,
  ): Promise<ProjectRepository | undefined> {
    const { git, gitHost: host } = this.#options;
    const { target } = parseLocationRef(location);
    const published = host?.definedBy(target);
    if (host && published) {
      const copies = this.#copies;
      return new HostRepository({ name: published, host, copies });
    }
    const kept = git?.addresses.definedBy(target);
    if (!git || !kept) return undefined;
    const isNamed = metadata.annotations?.[REPOSITORY_ANNOTATION] === kept;
    if (!isNamed || !(await git.store.has(kept))) return undefined;
    return new PortalRepository({ name: kept, store: git.store });
  }
}

/** Other namespaces may have a component of the same name, which is not meant. */
function refOf(component: string) {
  const context = {
    defaultKind: 'component',
    defaultNamespace: DEFAULT_NAMESPACE,
  };
  const ref = parseEntityRef(component, context);
  const isKnown =
    ref.kind.toLocaleLowerCase('en-US') === context.defaultKind &&
    ref.namespace.toLocaleLowerCase('en-US') === DEFAULT_NAMESPACE;
  if (isKnown) return ref;
  throw new InputError(
    `${component} is no component of the namespace ${DEFAULT_NAMESPACE}: golden paths update only those`,
  );
}
