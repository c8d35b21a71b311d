import {
  DefinitionFolder,
  DefinitionProblem,
  DefinitionText,
  hasErrors,
  parseDefinitions,
  readFolder,
  sortProblems,
} from '@squadron/backend-kit';
import { CompiledKpis, compileKpis } from './compileKpis';
import { kpiFileSchema } from './schema';

/**
 * Reads a folder of KPIs, such as `catalog-info/scorecards`. With a bad file there are none.
 *
 * @param known - refs of the groups that there are; left out, nobody checks references
 */
export async function loadKpis(
  { directory, label }: DefinitionFolder,
  known?: ReadonlySet<string>,
): Promise<CompiledKpis> {
  const { files, problems } = await readFolder(directory, label);
  return compileAll(files, problems, known);
}

/**
 * Reads a folder of KPIs again and again. While no file changes the same object comes back, since
 * to compile hundreds of KPIs every few seconds would hold up requests.
 */
export function createKpiLoader({
  directory,
  label,
}: DefinitionFolder): () => Promise<CompiledKpis> {
  let last: { hash: string; compiled: CompiledKpis } | undefined;
  return async () => {
    const { files, problems, hash } = await readFolder(directory, label);
    if (last?.hash !== hash) {
      last = { hash, compiled: compileAll(files, problems) };
    }
    return last.compiled;
  };
}

/** The same as {@link loadKpis} of texts, without touching a disk. */
export function compileKpiTexts(
  texts: readonly DefinitionText[],
  known?: ReadonlySet<string>,
): CompiledKpis {
  return compileAll(texts, [], known);
}

function compileAll(
  texts: readonly DefinitionText[],
  unreadable: readonly DefinitionProblem[],
  known?: ReadonlySet<string>,
): CompiledKpis {
  const parsed = parseDefinitions(texts, kpiFileSchema);
  const problems = sortProblems([...unreadable, ...parsed.problems]);
  if (hasErrors(problems)) return { kpis: [], problems };
  const compiled = compileKpis(parsed.files, known);
  return {
    kpis: compiled.kpis,
    problems: sortProblems([...problems, ...compiled.problems]),
  };
}
