import { basename, isAbsolute, resolve } from 'node:path';
import {
  DefinitionFile,
  DefinitionFolder,
  DefinitionProblem,
  DefinitionText,
  hasErrors,
  loadDefinitions,
  parseDefinitions,
  sortProblems,
} from '@squadron/backend-kit';
import { compile, CompiledOrg } from './compile';
import { OrgFile, orgFileSchema } from './schema';

/** A folder of organization files. */
export type OrgFolder = DefinitionFolder;

/** The folder that the configuration names, called as people know it: below the repository, without the way from the backend to it. */
export function toOrgFolder(directory: string): OrgFolder {
  const label = isAbsolute(directory)
    ? basename(directory)
    : directory.replace(/^(\.{1,2}\/)+/, '').replace(/\/+$/, '');
  return { directory: resolve(directory), label: `${label}/` };
}

/** An organization as its files have it. */
export interface LoadedOrg extends CompiledOrg {
  /** Changes with every byte of the files. */
  hash: string;
}

/** Reads folders of organization files and compiles them as one. With a bad file there are no entities. */
export async function loadOrg(
  folders: readonly OrgFolder[],
): Promise<LoadedOrg> {
  const loaded = await Promise.all(
    folders.map(folder =>
      loadDefinitions({ ...folder, schema: orgFileSchema }),
    ),
  );
  return {
    hash: loaded.map(({ hash }) => hash).join('-'),
    ...compileFiles(
      loaded.flatMap(({ files }) => files),
      loaded.flatMap(({ problems }) => problems),
    ),
  };
}

/** Compiles the texts of organization files, without touching a disk. */
export function compileTexts(texts: readonly DefinitionText[]): CompiledOrg {
  const { files, problems } = parseDefinitions(texts, orgFileSchema);
  return compileFiles(files, problems);
}

/** What refers to a file that could not be read would only be reported as unknown, so it waits. */
function compileFiles(
  files: DefinitionFile<OrgFile>[],
  problems: DefinitionProblem[],
): CompiledOrg {
  if (hasErrors(problems)) return { entities: [], problems };
  const compiled = compile(files);
  return {
    entities: compiled.entities,
    problems: sortProblems([...problems, ...compiled.problems]),
  };
}
