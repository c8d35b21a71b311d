import { Document, LineCounter, parseDocument, visit, YAMLError } from 'yaml';
import { DefinitionProblem, formatProblem } from './problems';
import { YamlSource } from './source';

/** An alias may stand for at most so many nodes; beyond that it is taken for an attack. */
const MAX_ALIAS_COUNT = 100;

/** A definition as it was written, before a schema has seen it. */
export interface ParsedYaml {
  raw: unknown;
  source: YamlSource;
}

/** Reads one YAML document, with a position for everything that is wrong with it. */
export function parseYaml(
  file: string,
  text: string,
): { parsed?: ParsedYaml; problems: DefinitionProblem[] } {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: true,
    });
    const source = new YamlSource(document, lines);
    const faults = [...document.errors, ...document.warnings];
    if (faults.length > 0) {
      return { problems: withoutEchoes(file, faults, source) };
    }
    const unknown = unknownAliases(document);
    if (unknown.length > 0) {
      return {
        problems: unknown.map(({ name, offset }) => ({
          severity: 'error',
          file,
          ...source.position(offset),
          message: `the alias "*${name}" stands for nothing above it`,
          fix: `mark the part with "&${name}", or put text that begins with "*" in quotes`,
        })),
      };
    }
    const raw: unknown = document.toJS({ maxAliasCount: MAX_ALIAS_COUNT });
    if (raw === null || raw === undefined) {
      return { problems: [emptyFile(file)] };
    }
    return { parsed: { raw, source }, problems: [] };
  } catch (error) {
    return { problems: [{ severity: 'error', file, ...tooMuch(error) }] };
  }
}

/** One broken bracket makes the parser say the same thing of one place again and again. */
function withoutEchoes(
  file: string,
  faults: YAMLError[],
  source: YamlSource,
): DefinitionProblem[] {
  const exhausted = faults.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  const problems = (exhausted ? [exhausted] : faults).map(
    (fault): DefinitionProblem => ({
      severity: 'error',
      file,
      ...source.position(fault.pos[0]),
      ...explain(fault),
    }),
  );
  return [
    ...new Map(problems.map(each => [formatProblem(each), each])).values(),
  ];
}

function unknownAliases(
  document: Document,
): { name: string; offset: number | undefined }[] {
  const anchors = new Set<string>();
  const unknown: { name: string; offset: number | undefined }[] = [];
  visit(document, {
    Alias: (_, { source, range }) => {
      if (!anchors.has(source)) {
        unknown.push({ name: source, offset: range?.[0] });
      }
    },
    Value: (_, { anchor }) => {
      if (anchor) anchors.add(anchor);
    },
  });
  return unknown;
}

/** What is said of a file that holds nothing, or nothing but comments. */
export function emptyFile(file: string): DefinitionProblem {
  return {
    severity: 'error',
    file,
    line: 1,
    column: 1,
    message: 'the file is empty',
    fix: 'write at least one definition, or delete the file',
  };
}

function explain(fault: YAMLError): { message: string; fix: string } {
  switch (fault.code) {
    case 'MULTIPLE_DOCS':
      return {
        message: 'the file holds several YAML documents',
        fix: 'put each document into a file of its own and take out the "---"',
      };
    case 'DUPLICATE_KEY':
      return {
        message: 'the same field stands here twice',
        fix: 'keep one of the two',
      };
    case 'TAB_AS_INDENT':
      return { message: 'a tab indents this line', fix: 'indent with spaces' };
    case 'TAG_RESOLVE_FAILED':
      return {
        message: `invalid YAML: ${fault.message}`,
        fix: 'put text that begins with "!" in quotes',
      };
    case 'RESOURCE_EXHAUSTION':
      return {
        message: 'the file is nested too deeply',
        fix: 'flatten the structure',
      };
    default:
      return {
        message: `invalid YAML: ${fault.message}`,
        fix: 'look at the indentation, and put text with ": " or " #" in quotes',
      };
  }
}

function tooMuch(error: unknown): { message: string; fix: string } {
  if (error instanceof ReferenceError) {
    return {
      message: 'the aliases of this file multiply without end',
      fix: 'write the repeated parts out instead of using "&" and "*"',
    };
  }
  return {
    message: `the file cannot be read as YAML: ${
      error instanceof RangeError ? 'it is nested too deeply' : error
    }`,
    fix: 'flatten the structure',
  };
}
