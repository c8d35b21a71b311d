import { readFile } from 'node:fs/promises';
import {
  type AuditorService,
  resolveSafeChildPath,
} from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  addMissingFiles,
  authorOf,
  catalogFile,
  type GitService,
  type GitStore,
  ifThere,
  mainBranch,
  templateBranch,
} from '@squadron/plugin-git-node';
import {
  PROVENANCE_FILE,
  REPOSITORY_ANNOTATION,
  goldenPathsProjectUpdatePermission,
} from '@squadron/plugin-golden-paths-common';
import { addMetadata } from '../domain/addMetadata';
import type { PatientAuthorizer } from '../services/PatientAuthorizer';
import type { ProjectFinder } from '../services/ProjectFinder';
import { audited } from '../services/audited';

/** What people change, and where rendered templates are kept for later versions to be merged. */

interface AdoptOptions {
  auditor: AuditorService;
  catalog: Pick<CatalogService, 'refreshEntity'>;
  finder: Pick<ProjectFinder, 'find' | 'definedAt'>;
  git: GitService | undefined;
  projects: Pick<PatientAuthorizer, 'require'>;
}

/** Puts a component that there is already on a golden path. */
export function adoptRepository(options: AdoptOptions) {
  const { auditor, catalog, finder, git, projects } = options;
  return createTemplateAction({
    id: 'squadron:git:adopt',
    description:
      'Adds the files of the workspace to the repository of a component that there is already. Files that the repository has stay as they are; its entry in the catalog gets the labels and annotations that it lacks. Later versions of the template can be merged.',
    supportsDryRun: true,
    schema: {
      input: {
        component: z => z.string().describe('Ref of the component'),
        labels: z => z.record(z.string()).default({}),
        annotations: z => z.record(z.string()).default({}),
        message: z => z.string().default('Add a golden path'),
      },
      output: {
        changed: z => z.boolean().describe('Whether something was added now'),
        commit: z => z.string().describe('Of the branch main'),
        cloneUrl: z => z.string(),
      },
    },
    async handler(ctx) {
      const { component, labels, annotations, message } = ctx.input;
      const credentials = await ctx.getInitiatorCredentials();
      const project = await finder.find(component, credentials);
      const { name, entityRef, location, repository } = project;
      if (!git || !repository) {
        throw new InputError(
          `${name} is defined in ${location || 'no file'}, and the portal changes only repositories that it keeps: add the files there by hand, with the preview of this template beside you`,
        );
      }
      const entities = await finder.definedAt(location);
      for (const owner of new Set(entities.map(each => each.owner))) {
        await projects.require(
          goldenPathsProjectUpdatePermission,
          credentials,
          owner,
          ctx.signal,
        );
      }
      const { addresses, store } = git;
      const before = await store.commitOf(repository, mainBranch);
      ctx.output('cloneUrl', addresses.clone(repository));
      ctx.output('commit', before);
      ctx.output('changed', false);
      if (await isAdopted(store, repository, before, ctx.workspacePath)) {
        ctx.logger.info(`${repository} has it already`);
        return;
      }
      const text = await store.readFile(repository, before, catalogFile);
      const edits = {
        [catalogFile]: addMetadata(text.toString(), name, {
          labels,
          annotations: { ...annotations, [REPOSITORY_ANNOTATION]: repository },
        }),
      };
      if (ctx.isDryRun) {
        ctx.logger.info(`Would add to ${repository} what it lacks`);
        return;
      }
      const commit = { message, author: authorOf(ctx.user) };
      const rendered = {
        directory: ctx.workspacePath,
        branch: templateBranch,
        parent: await ifThere(store.commitOf(repository, templateBranch)),
        commit,
      };
      const change = {
        eventId: 'adopt-repository',
        meta: { repository, task: ctx.task.id, by: ctx.user?.ref },
      };
      const merged = await audited(auditor, change, async () => {
        await store.write(repository, rendered);
        return addMissingFiles(store, repository, {
          from: templateBranch,
          into: { branch: mainBranch, commit: before },
          edits,
          commit,
        });
      });
      ctx.output('commit', merged);
      ctx.output('changed', true);
      ctx.logger.info(`Added to ${repository} what it lacked`);
      await catalog.refreshEntity(entityRef, { credentials });
    },
  });
}

/**
 * Whether a repository is on the golden path of the workspace.
 *
 * @throws `ConflictError` when it is on another one, or was filled in otherwise
 */
async function isAdopted(
  store: GitStore,
  repository: string,
  commit: string,
  workspace: string,
): Promise<boolean> {
  const there = await ifThere(
    store.readFile(repository, commit, PROVENANCE_FILE),
  );
  if (!there) return false;
  const own = resolveSafeChildPath(workspace, PROVENANCE_FILE);
  if (there.equals(await readFile(own))) return true;
  throw new ConflictError(
    `${repository} is on a golden path already, as its ${PROVENANCE_FILE} says: bring in its newer version instead`,
  );
}
