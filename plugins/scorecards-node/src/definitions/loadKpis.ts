import {
  DefinitionFolder,
  DefinitionText,
  hasErrors,
  loadDefinitions,
  parseDefinitions,
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
  folder: DefinitionFolder,
  known?: ReadonlySet<string>,
): Promise<CompiledKpis> {
  const loaded = await loadDefinitions({ ...folder, schema: kpiFileSchema });
  return compileLoaded(loaded, known);
}

/** The same of texts, without touching a disk. */
export function compileKpiTexts(
  texts: readonly DefinitionText[],
  known?: ReadonlySet<string>,
): CompiledKpis {
  return compileLoaded(parseDefinitions(texts, kpiFileSchema), known);
}

function compileLoaded(
  {
    files,
    problems,
  }: ReturnType<typeof parseDefinitions<typeof kpiFileSchema>>,
  known: ReadonlySet<string> | undefined,
): CompiledKpis {
  if (hasErrors(problems)) return { kpis: [], problems };
  const compiled = compileKpis(files, known);
  return {
    kpis: compiled.kpis,
    problems: sortProblems([...problems, ...compiled.problems]),
  };
}
