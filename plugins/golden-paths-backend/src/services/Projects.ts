import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  type Entity,
  RELATION_OWNED_BY,
  parseLocationRef,
} from '@backstage/catalog-model';
import { InputError, NotFoundError, stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { GitService } from '@squadron/plugin-git-node';
import {
  PROVENANCE_FILE,
  type Provenance,
  REPOSITORY_ANNOTATION,
  provenanceSchema,
} from '@squadron/plugin-golden-paths-common';
import { parse } from 'yaml';

/** A component that a golden path made, with its repository. */
export interface Project {
  /** Name of the component. */
  component: string;
  /** Ref of the group that owns it. */
  owner?: string;
  git: GitService;
  repository: string;
  provenance: Provenance;
}

/** Branch that people change. */
export const mainBranch = 'main';

/** Finds what golden paths have made. */
export class Projects {
  readonly #catalog: Pick<CatalogService, 'getEntityByRef'>;
  readonly #git: GitService | undefined;

  constructor(options: {
    catalog: Pick<CatalogService, 'getEntityByRef'>;
    git: GitService | undefined;
  }) {
    this.#catalog = options.catalog;
    this.#git = options.git;
  }

  /**
   * @param component - its name
   * @throws `NotFoundError` when there is no such component, or no golden path made it in a repository of the portal
   */
  async find(
    component: string,
    credentials: BackstageCredentials,
  ): Promise<Project> {
    const entity = await this.#catalog.getEntityByRef(
      { kind: 'component', namespace: 'default', name: component },
      { credentials },
    );
    if (!entity) {
      throw new NotFoundError(`The catalog has no component ${component}`);
    }
    const git = this.#git;
    const repository = git && repositoryOf(entity, git);
    if (!git || !repository || !(await git.store.has(repository))) {
      throw new NotFoundError(
        `${component} has no repository of the portal, so that there is nothing to update: take changes of its golden path over by hand`,
      );
    }
    return {
      component,
      owner: entity.relations?.find(({ type }) => type === RELATION_OWNED_BY)
        ?.targetRef,
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
}

/** Who writes an annotation may name any repository: the component must come from that one. */
function repositoryOf(entity: Entity, git: GitService): string | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const repository = annotations[REPOSITORY_ANNOTATION];
  const location = annotations[ANNOTATION_LOCATION];
  if (!repository || !location) return undefined;
  const place = git.addresses.parse(parseLocationRef(location).target);
  return place?.name === repository ? repository : undefined;
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
