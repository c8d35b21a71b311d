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
import { InputError, NotFoundError, stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { type GitService, mainBranch } from '@squadron/plugin-git-node';
import {
  PROVENANCE_FILE,
  type Provenance,
  REPOSITORY_ANNOTATION,
  provenanceSchema,
} from '@squadron/plugin-golden-paths-common';
import { entitiesDefinedAt } from '@squadron/plugin-org-model-node';
import { parse } from 'yaml';

/** A component that a golden path made, with its repository. */
export interface Project {
  /** Name of the component. */
  component: string;
  /** The file that defines it, as the catalog notes it. */
  location: string;
  git: GitService;
  repository: string;
  provenance: Provenance;
}

/** Finds what golden paths have made. */
export class Projects {
  readonly #auth: AuthService;
  readonly #catalog: Pick<CatalogService, 'getEntities' | 'getEntityByRef'>;
  readonly #git: GitService | undefined;

  constructor(options: {
    auth: AuthService;
    catalog: Pick<CatalogService, 'getEntities' | 'getEntityByRef'>;
    git: GitService | undefined;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#git = options.git;
  }

  /**
   * @param component - its name
   * @throws `NotFoundError` when there is no such component, or no golden path made it in a repository of the portal;
   *   `InputError` for the ref of something else than a component of the default namespace
   */
  async find(
    component: string,
    credentials: BackstageCredentials,
  ): Promise<Project> {
    const entity = await this.#catalog.getEntityByRef(refOf(component), {
      credentials,
    });
    if (!entity) {
      throw new NotFoundError(`The catalog has no component ${component}`);
    }
    const git = this.#git;
    const place = git && placeOf(entity, git);
    if (!git || !place || !(await git.store.has(place.repository))) {
      throw new NotFoundError(
        `${component} has no repository of the portal, so that there is nothing to update: take changes of its golden path over by hand`,
      );
    }
    const { location, repository } = place;
    return {
      component: entity.metadata.name,
      location,
      git,
      repository,
      provenance: readProvenance(
        String(
          await git.store.readFile(repository, mainBranch, PROVENANCE_FILE),
        ),
        repository,
      ),
    };
  }

  /**
   * Refs of the groups that must allow a change of what there is in its repository; at least one.
   *
   * @throws `InputError` when something that its file defines has no owner
   */
  async ownersOf({ location }: Project): Promise<Set<string>> {
    const entities = await entitiesDefinedAt(location, {
      auth: this.#auth,
      catalog: this.#catalog,
    });
    return new Set(entities.map(({ owner }) => owner));
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

/**
 * Who writes an annotation may name any repository: the component must come from that one, and from the file that
 * says whose the repository is, as an update changes main for everybody.
 */
function placeOf(
  entity: Entity,
  git: GitService,
): Pick<Project, 'location' | 'repository'> | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const repository = annotations[REPOSITORY_ANNOTATION];
  const location = annotations[ANNOTATION_LOCATION];
  if (!repository || !location) return undefined;
  const { target } = parseLocationRef(location);
  const isIt = git.addresses.definedBy(target) === repository;
  return isIt ? { location, repository } : undefined;
}

function readProvenance(text: string, repository: string): Provenance {
  try {
    return provenanceSchema.parse(parse(text));
  } catch (error) {
    throw new InputError(
      `${PROVENANCE_FILE} of ${repository} does not say which golden path made it: write it as it was (${stringifyError(error)})`,
    );
  }
}
