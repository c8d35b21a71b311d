import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  GitAddresses,
  GitHost,
  GitService,
} from '@squadron/plugin-git-node';
import {
  type DefinedEntity,
  entitiesDefinedAt,
  ownerOfEntity,
} from '@squadron/plugin-org-model-node';

/** A component that there is already. */
export interface Project {
  entityRef: string;
  name: string;
  description: string;
  /** Ref of the group that owns it. */
  owner: string;
  /** Ref of its system; empty when it has none. */
  system: string;
  labels: Readonly<Record<string, string>>;
  /** Where its definition is read from, as the catalog notes it. */
  location: string;
  /** What was registered; the same, unless a list of files was. */
  origin: string;
  /** The repository that defines it, where the portal keeps that. */
  repository?: string;
  /** The repository that defines it, where it lies with the owner on the host that golden paths publish to. */
  onHost?: string;
}

/** The whole ref of a component that may be given by its name alone. */
export function componentRefOf(ref: string): string {
  const context = { defaultKind: 'component', defaultNamespace: 'default' };
  return stringifyEntityRef(parseEntityRef(ref, context));
}

type FinderCatalog = Pick<
  CatalogService,
  'getEntities' | 'getEntityByRef' | 'getEntityFacets'
>;

/** Knows the components that day-two work is about, and whose they are. */
export class ProjectFinder {
  readonly #auth: AuthService;
  readonly #catalog: FinderCatalog;
  readonly #addresses: GitAddresses | undefined;
  readonly #host: GitHost | undefined;

  constructor(options: {
    auth: AuthService;
    catalog: FinderCatalog;
    git: GitService | undefined;
    gitHost: GitHost | undefined;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#addresses = options.git?.addresses;
    this.#host = options.gitHost;
  }

  /**
   * A component as far as the caller may see it.
   *
   * @throws `NotFoundError` when there is none that the caller sees
   */
  async find(ref: string, credentials: BackstageCredentials): Promise<Project> {
    const entityRef = componentRefOf(ref);
    const entity = await this.#catalog.getEntityByRef(entityRef, {
      credentials,
    });
    if (!entity) {
      throw new NotFoundError(
        `The catalog has no ${entityRef}: choose one that it has`,
      );
    }
    if (entity.kind !== 'Component') {
      throw new InputError(`${entityRef} is no component: choose one`);
    }
    const { annotations = {} } = entity.metadata;
    const location = annotations[ANNOTATION_LOCATION] ?? '';
    const address = location.replace(/^url:/, '');
    return {
      entityRef,
      name: entity.metadata.name,
      description: entity.metadata.description ?? '',
      owner: ownerOfEntity(entity),
      system: String(entity.spec?.system ?? ''),
      labels: entity.metadata.labels ?? {},
      location,
      origin: annotations[ANNOTATION_ORIGIN_LOCATION] ?? '',
      repository: this.#addresses?.definedBy(address),
      onHost: this.#host?.definedBy(address),
    };
  }

  /**
   * All entities that a file defines, at least one.
   *
   * @param location - as {@link Project.location}
   */
  definedAt(location: string): Promise<DefinedEntity[]> {
    return entitiesDefinedAt(location, {
      auth: this.#auth,
      catalog: this.#catalog,
    });
  }

  /**
   * Other files of the same repository that the catalog reads, whoever asks.
   *
   * @param page - of the repository
   * @param location - the file that they lie beside
   */
  async othersBeside(page: string, location: string): Promise<string[]> {
    const facet = `metadata.annotations.${ANNOTATION_LOCATION}`;
    const { facets } = await this.#catalog.getEntityFacets(
      { facets: [facet] },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    const start = `url:${page}/`.toLowerCase();
    return facets[facet]
      .map(({ value }) => value)
      .filter(value => value.toLowerCase().startsWith(start))
      .filter(value => value.toLowerCase() !== location.toLowerCase());
  }
}

/** Where the catalog reads what a repository of the portal defines. */
export function locationOfRepository(
  name: string,
  addresses: GitAddresses,
): string {
  return `url:${addresses.definition(name)}`;
}
