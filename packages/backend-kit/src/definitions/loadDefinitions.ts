import { z } from 'zod/v3';
import { emptyFile, parseYaml } from './parseYaml';
import { DefinitionProblem, sortProblems } from './problems';
import { DefinitionText, readFolder, ReadLimits } from './readFolder';
import { schemaProblems } from './schemaProblems';
import { DefinitionPath, SourcePosition } from './source';

/** A definition that its schema accepted, with the places of its parts. */
export interface DefinitionFile<T> {
  file: string;
  value: T;
  /** Where a part of the value stands in the file. */
  at(path: DefinitionPath, target?: 'value' | 'field'): SourcePosition;
}

/** What a folder holds: the good files, and what is wrong with the others. */
export interface LoadedDefinitions<T> {
  files: DefinitionFile<T>[];
  problems: DefinitionProblem[];
  /** Changes when a name or a byte of a file changes. */
  hash: string;
}

/** A folder of definitions. */
export interface DefinitionFolder {
  directory: string;
  /** What stands before the names of its files in problems, such as `catalog-info/org/`. */
  label?: string;
}

/** More faults than these in one file are counted, not listed. */
const MAX_PROBLEMS_PER_FILE = 100;

/**
 * Reads a folder of YAML definitions against a schema. Every fault of every file is reported at once;
 * the order of files and problems is always the same.
 */
export async function loadDefinitions<TSchema extends z.ZodTypeAny>(
  options: DefinitionFolder & { schema: TSchema; limits?: ReadLimits },
): Promise<LoadedDefinitions<z.output<TSchema>>> {
  const folder = await readFolder(
    options.directory,
    options.label,
    options.limits,
  );
  const parsed = parseDefinitions(folder.files, options.schema);
  return {
    files: parsed.files,
    problems: sortProblems([...folder.problems, ...parsed.problems]),
    hash: folder.hash,
  };
}

/** Checks the texts of definitions against a schema, without touching a disk. */
export function parseDefinitions<TSchema extends z.ZodTypeAny>(
  texts: readonly DefinitionText[],
  schema: TSchema,
): Omit<LoadedDefinitions<z.output<TSchema>>, 'hash'> {
  const files: DefinitionFile<z.output<TSchema>>[] = [];
  const problems: DefinitionProblem[] = [];
  for (const { file, text } of texts) {
    const result = parseDefinition(file, text, schema);
    if (result.definition) files.push(result.definition);
    problems.push(...limited(file, result.problems));
  }
  return { files, problems: sortProblems(problems) };
}

function parseDefinition<TSchema extends z.ZodTypeAny>(
  file: string,
  text: string,
  schema: TSchema,
): {
  definition?: DefinitionFile<z.output<TSchema>>;
  problems: DefinitionProblem[];
} {
  if (text.trim() === '') return { problems: [emptyFile(file)] };
  const { parsed, problems } = parseYaml(file, text);
  if (!parsed) return { problems };
  const { raw, source } = parsed;
  const result = schema.safeParse(raw);
  if (!result.success) {
    return {
      problems: schemaProblems(result.error, { file, schema, raw, source }),
    };
  }
  return {
    definition: {
      file,
      value: result.data,
      at: (path, target) => source.at(path, target),
    },
    problems: [],
  };
}

function limited(
  file: string,
  problems: DefinitionProblem[],
): DefinitionProblem[] {
  if (problems.length <= MAX_PROBLEMS_PER_FILE) return problems;
  return [
    ...problems.slice(0, MAX_PROBLEMS_PER_FILE),
    {
      severity: 'error',
      file,
      message: `${problems.length - MAX_PROBLEMS_PER_FILE} more problems in this file are not listed`,
      fix: 'put the listed ones right first',
    },
  ];
}
