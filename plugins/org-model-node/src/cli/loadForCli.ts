import { join, relative, resolve } from 'node:path';
import { formatProblem, hasErrors } from '@squadron/backend-kit';
import { loadOrg, LoadedOrg, OrgFolder } from '../definitions';
import { CliError, Io } from './io';

/** Where the organization's files are, unless the command says otherwise. */
export const DEFAULT_DIRECTORY = 'catalog-info/org';

/** The folder that `--dir` names, with names that a terminal can open. */
export function orgFolder(dir: string, io: Io): OrgFolder {
  const directory = resolve(io.cwd, dir);
  const label = relative(io.cwd, directory);
  return { directory, label: label && `${label}/` };
}

/** The folder of checklists, which lies beside that of the organization. */
export function onboardingFolder(dir: string, io: Io): OrgFolder {
  return orgFolder(join(dir, '../onboarding'), io);
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

/** `1 squad`, `2 squads`. */
export function count(number: number, word: string): string {
  const plural = word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`;
  return `${number} ${number === 1 ? word : plural}`;
}
