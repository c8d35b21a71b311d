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
  GitUpdates,
  type PreparedUpdate,
  mainBranch,
  templateBranch,
} from '@squadron/plugin-git-node';
import {
  PROVENANCE_FILE,
  type ProjectUpdate,
  goldenPathsProjectUpdatePermission,
  isOlder,
} from '@squadron/plugin-golden-paths-common';
import { shortened } from '../domain/changes';
import { versionOf } from '../domain/rendering';
import type { GoldenPathRenderer } from './GoldenPathRenderer';
import type { ProjectAuthorizer } from './ProjectAuthorizer';
import type { Project, Projects } from './Projects';
import { withFolder } from './withFolder';

type Author = CommitInfo['author'];

/** Whose commits are never kept. */
const nobody: Author = { name: 'squadron', email: 'squadron@portal.invalid' };

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
    const template = await this.#templateOf(project, credentials);
    const prepared = await this.#prepare(project, template, nobody);
    return describe(project, template, prepared);
  }

  /**
   * Merges the golden path as it is now into what people have made of it. When there is nothing newer, nothing
   * happens; with conflicts, no more than that the newer version lies beside it, to be merged by hand.
   *
   * @throws `NotAllowedError` unless the caller may update projects of all groups that own something in it;
   *   `ConflictError` when somebody else changes the repository at the same time
   */
  async update(
    component: string,
    credentials: BackstageCredentials,
    author: Author,
  ): Promise<ProjectUpdate & { commit?: string }> {
    const { groups, projects } = this.#options;
    const project = await projects.find(component, credentials);
    const { git, repository } = project;
    const permission = goldenPathsProjectUpdatePermission;
    for (const owner of await projects.ownersOf(project)) {
      await groups.require(permission, credentials, owner);
    }
    const template = await this.#templateOf(project, credentials);
    const prepared = await this.#prepare(project, template, author);
    const told = describe(project, template, prepared);
    if (!prepared) {
      const commit = await git.store.commitOf(repository, mainBranch);
      return { ...told, commit };
    }
    const commit = await new GitUpdates(git).apply(repository, prepared);
    if (prepared.conflicts.length > 0) return told;
    await this.#refresh(project.component);
    return { ...told, isOutdated: false, commit };
  }

  #templateOf(
    { provenance }: Project,
    credentials: BackstageCredentials,
  ): Promise<TemplateEntityV1beta3> {
    return this.#options.renderer.template(provenance.template, credentials);
  }

  /** Nothing when the project has what there is. */
  async #prepare(
    { git, provenance, repository }: Project,
    template: TemplateEntityV1beta3,
    author: Author,
  ): Promise<PreparedUpdate | undefined> {
    const version = versionOf(template);
    if (!isOlder(provenance.version, version)) return undefined;
    const { renderer } = this.#options;
    const files = await renderer.render(template, provenance.values);
    if (!files.some(({ path }) => path === PROVENANCE_FILE)) {
      throw new InputError(
        `${provenance.template} ${version} does not write ${PROVENANCE_FILE}, so that what it made cannot be updated: give it the step squadron:provenance:write`,
      );
    }
    const message = `Update from ${titleOf(template)} ${version}`;
    return withFolder(files, directory =>
      new GitUpdates(git).prepare(repository, {
        directory,
        branch: templateBranch,
        into: mainBranch,
        commit: { message, author },
      }),
    );
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
  { component, provenance }: Project,
  template: TemplateEntityV1beta3,
  prepared: PreparedUpdate | undefined,
): ProjectUpdate {
  return {
    component,
    template: provenance.template,
    templateTitle: titleOf(template),
    from: provenance.version,
    to: versionOf(template),
    isOutdated: prepared !== undefined,
    changes: (prepared?.changes ?? []).map(shortened),
    conflicts: (prepared?.conflicts ?? []).map(shortened),
  };
}

function titleOf({ metadata }: TemplateEntityV1beta3): string {
  return metadata.title ?? metadata.name;
}
