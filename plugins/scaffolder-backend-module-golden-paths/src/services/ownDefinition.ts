import type {
  BackstageCredentials,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import {
  DEFAULT_NAMESPACE,
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { GitHost, GitService } from '@squadron/plugin-git-node';
import { goldenPathsProjectCreatePermission } from '@squadron/plugin-golden-paths-common';
import { parseAllDocuments } from 'yaml';
import { creatorOf } from '../domain/creator';
import type { PatientAuthorizer } from './PatientAuthorizer';

export interface OwnDefinitionOptions {
  git: GitService | undefined;
  gitHost: GitHost | undefined;
  projects: Pick<PatientAuthorizer, 'require'>;
  reader: Pick<UrlReaderService, 'readUrl'>;
}

/** A file of the catalog that a task wants to register. */
export interface Registration {
  /** Address of the file. */
  target: string;
  /** What it is to define. */
  entityRef: string;
  task: string;
  person: BackstageCredentials;
  signal?: AbortSignal;
}

/**
 * Whether a file may be registered in the portal's name: what this task has published to the portal, and on the host
 * what the person may make for the owner that the file names. A host does not tell which task has made a repository.
 *
 * @throws `InputError` when such a file defines something else beside what was asked for
 */
export async function isOwnDefinition(
  { git, gitHost, projects, reader }: OwnDefinitionOptions,
  { target, entityRef, task, person, signal }: Registration,
): Promise<boolean> {
  if (gitHost?.definedBy(target) === undefined) {
    const text = await readOfTask(git, target, task);
    if (text) componentIn(text, target, entityRef);
    return text !== undefined;
  }
  const file = await reader.readUrl(target, { signal });
  const component = componentIn(await file.buffer(), target, entityRef);
  const owner = ownerOf(component, target);
  const permission = goldenPathsProjectCreatePermission;
  await projects.require(permission, person, owner, signal);
  return true;
}

/** What a file says that this task has published to the portal; nothing for any other. */
async function readOfTask(
  git: GitService | undefined,
  address: string,
  taskId: string,
): Promise<Buffer | undefined> {
  const place = git?.addresses.parse(address);
  if (!git || !place || !(await git.store.has(place.name))) return undefined;
  const creator = await git.store.creatorOf(place.name);
  if (creator !== creatorOf(taskId)) return undefined;
  return git.store.readFile(place.name, place.ref, place.path);
}

/**
 * What is registered in the portal's name is the component that was asked for and nothing beside it: a file
 * may say anything, that its writer leads a group among it.
 */
function componentIn(
  text: Buffer,
  target: string,
  entityRef: string,
): Partial<Entity> {
  const documents = parseAllDocuments(text.toString());
  const [entity, ...others] = Array.from(documents, each => each.toJS());
  const isOne = others.length === 0 && entity?.kind === 'Component';
  if (isOne && stringifyEntityRef(entity) === entityRef) return entity;
  throw new InputError(
    `${target} must define ${entityRef} and nothing else: correct what the form was filled with`,
  );
}

/** The catalog has not read it yet, so that there are no relations. */
function ownerOf({ spec }: Partial<Entity>, target: string): string {
  if (typeof spec?.owner !== 'string') {
    throw new InputError(`${target} names no owner: give it a \`spec.owner\``);
  }
  const context = { defaultKind: 'group', defaultNamespace: DEFAULT_NAMESPACE };
  return stringifyEntityRef(parseEntityRef(spec.owner, context));
}
