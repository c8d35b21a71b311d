import { join, relative, resolve } from 'node:path';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { formatProblem, hasErrors } from '@squadron/backend-kit';
import { CompiledOrg, loadOrg, LoadedOrg, OrgFolder } from '../definitions';
import { CliError, Io } from './io';

/** Where the organization's files are, unless the command says otherwise. */
export const DEFAULT_DIRECTORY = 'catalog-info/org';

/** The folder that `--dir` names, with names that a terminal can open. */
export function orgFolder(dir: string, io: Io): OrgFolder {
  const directory = resolve(io.cwd, dir);
  const label = relative(io.cwd, directory);
  return { directory, label: label && `${label}/` };
}

/** A folder that lies beside that of the organization, such as that of the checklists. */
export function folderBeside(dir: string, name: string, io: Io): OrgFolder {
  return orgFolder(join(dir, '..', name), io);
}

/** Reads the organization; with errors it prints them and gives up. */
export async function loadGoodOrg(dir: string, io: Io): Promise<LoadedOrg> {
  const org = await loadOrg([orgFolder(dir, io)]);
  if (hasErrors(org.problems)) {
    org.problems.forEach(problem => io.err(formatProblem(problem)));
    throw new CliError('Put the errors above right first.');
  }
  return org;
}

/** Refs of what the organization has; unknown while it has errors, which its own lint reports. */
export async function loadKnownRefs(
  dir: string,
  io: Io,
): Promise<ReadonlySet<string> | undefined> {
  return refsOf(await loadOrg([orgFolder(dir, io)]));
}

/** Refs that definitions may name; unknown while the organization itself has errors. */
export function refsOf({
  entities,
  problems,
}: CompiledOrg): ReadonlySet<string> | undefined {
  if (hasErrors(problems)) return undefined;
  return new Set(entities.map(({ entity }) => stringifyEntityRef(entity)));
}

/** `1 squad`, `2 squads`. */
export function count(number: number, word: string): string {
  const plural = word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`;
  return `${number} ${number === 1 ? word : plural}`;
}
