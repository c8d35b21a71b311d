import {
  type AuthService,
  type BackstageCredentials,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import {
  type CommitInfo,
  type GitStore,
  GitUpdates,
  type PreparedUpdate,
  mainBranch,
  templateBranch,
} from '@squadron/plugin-git-node';
import {
  PROVENANCE_FILE,
  type ProjectUpdate,
  type Provenance,
  goldenPathsProjectUpdatePermission,
  isOlder,
} from '@squadron/plugin-golden-paths-common';
import { shortened } from '../domain/changes';
import { branchOf, mergeRequestOf, titleOf } from '../domain/mergeRequest';
import { parseProvenance } from '../domain/provenance';
import { versionOf } from '../domain/rendering';
import type { GoldenPathRenderer } from './GoldenPathRenderer';
import type { ProjectAuthorizer } from './ProjectAuthorizer';
import type { Project, Projects } from './Projects';
import { withFolder } from './withFolder';

type Author = CommitInfo['author'];

/** What there is in a project, and what there is now. */
interface Versions {
  provenance: Provenance;
  template: TemplateEntityV1beta3;
  /** Nothing when the project has what there is. */
  update?: PreparedUpdate;
}

/** Whose commits are never kept. */
const nobody: Author = { name: 'squadron', email: 'squadron@portal.invalid' };

/** Far more than any form has. */
const mostProvenanceBytes = 64 * 1024;

export interface ProjectUpdatesOptions {
  auth: AuthService;
  catalog: Pick<CatalogService, 'refreshEntity'>;
  groups: Pick<ProjectAuthorizer, 'require'>;
  logger: LoggerService;
  projects: Projects;
  renderer: GoldenPathRenderer;
}

/** Brings newer versions of golden paths into what they have made. */
export class ProjectUpdates {
  readonly #options: ProjectUpdatesOptions;

  constructor(options: ProjectUpdatesOptions) {
    this.#options = options;
  }

  /** What an update would change; no branch moves. */
  async describe(
    component: string,
    credentials: BackstageCredentials,
  ): Promise<ProjectUpdate> {
    const project = await this.#options.projects.find(component, credentials);
    const { repository } = project;
    return repository.look(async copy => {
      const found = await this.#prepare(copy, project, nobody, credentials);
      const told = describe(project, found);
      const mergeRequest =
        found.update &&
        (await repository.requestOf(found.update, branchOf(told)));
      return { ...told, mergeRequest };
    });
  }

  /**
   * Merges the golden path as it is now into what people have made of it, or requests that on GitHub and GitLab. When
   * there is nothing newer, nothing happens; with conflicts, no more in a repository of the portal than that the newer
   * version lies beside it, to be merged by hand.
   *
   * @param signal - that nobody wants it any more; what has begun to move branches goes on
   * @throws `NotAllowedError` unless the caller may update projects of all groups that own something in it;
   *   `ConflictError` when somebody else changes the repository at the same time
   */
  async update(
    component: string,
    credentials: BackstageCredentials,
    author: Author,
    signal?: AbortSignal,
  ): Promise<ProjectUpdate & { commit?: string }> {
    const { groups, projects } = this.#options;
    const project = await projects.find(component, credentials);
    const { repository } = project;
    const permission = goldenPathsProjectUpdatePermission;
    for (const owner of await projects.ownersOf(project)) {
      await groups.require(permission, credentials, owner);
    }
    return repository.change(async store => {
      const found = await this.#prepare(store, project, author, credentials);
      signal?.throwIfAborted();
      const told = describe(project, found);
      if (!found.update) {
        if (repository.host) return told;
        const commit = await store.commitOf(repository.name, mainBranch);
        return { ...told, commit };
      }
      const conflicts = told.conflicts.map(({ path }) => path);
      const brought = await repository.bringIn(store, found.update, {
        from: branchOf(told),
        ...mergeRequestOf(told, conflicts),
      });
      if (!brought.commit) return { ...told, ...brought };
      await this.#refresh(project.component);
      return { ...told, ...brought, isOutdated: false };
    }, signal);
  }

  async #prepare(
    store: GitStore,
    { repository: { name } }: Project,
    author: Author,
    credentials: BackstageCredentials,
  ): Promise<Versions> {
    const { renderer } = this.#options;
    const text = await store.readFile(
      name,
      mainBranch,
      PROVENANCE_FILE,
      mostProvenanceBytes,
    );
    const provenance = parseProvenance(text.toString(), name);
    const template = await renderer.template(provenance.template, credentials);
    const version = versionOf(template);
    if (!isOlder(provenance.version, version)) return { provenance, template };
    const files = await renderer.render(template, provenance.values);
    if (!files.some(({ path }) => path === PROVENANCE_FILE)) {
      throw new InputError(
        `${provenance.template} ${version} does not write ${PROVENANCE_FILE}, so that what it made cannot be updated: give it the step squadron:provenance:write`,
      );
    }
    const templateTitle = titleOfTemplate(template);
    const message = titleOf({ templateTitle, to: version });
    const update = await withFolder(files, directory =>
      new GitUpdates({ store }).prepare(name, {
        directory,
        branch: templateBranch,
        into: mainBranch,
        commit: { message, author },
      }),
    );
    return { provenance, template, update };
  }

  /** The catalog would see the new version some minutes later by itself. */
  async #refresh(component: string): Promise<void> {
    const { auth, catalog, logger } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    try {
      await catalog.refreshEntity(`component:default/${component}`, {
        credentials,
      });
    } catch (error) {
      logger.warn(`The catalog did not look at ${component} again: ${error}`);
    }
  }
}

function describe(
  { component, repository }: Project,
  { provenance, template, update }: Versions,
): ProjectUpdate {
  return {
    component,
    template: provenance.template,
    templateTitle: titleOfTemplate(template),
    from: provenance.version,
    to: versionOf(template),
    isOutdated: update !== undefined,
    host: repository.host,
    changes: (update?.changes ?? []).map(shortened),
    conflicts: (update?.conflicts ?? []).map(shortened),
  };
}

function titleOfTemplate({ metadata }: TemplateEntityV1beta3): string {
  return metadata.title ?? metadata.name;
}
