/** What is wrong with a definition, where, and what to write instead. */
export interface DefinitionProblem {
  severity: 'error' | 'warning';
  /** As the reader of the problem knows it: below the repository or the definitions folder. */
  file?: string;
  line?: number;
  column?: number;
  message: string;
  /** What to write instead. */
  fix?: string;
}

/** `file:line:column error message — fix`, which editors and terminals turn into a link. */
export function formatProblem(problem: DefinitionProblem): string {
  const place = [problem.file, problem.line, problem.column]
    .filter(part => part !== undefined)
    .join(':');
  return [
    place,
    problem.severity,
    problem.fix ? `${problem.message} — ${problem.fix}` : problem.message,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Whether anything forbids the use of the definitions; warnings do not. */
export function hasErrors(problems: readonly DefinitionProblem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

/** Puts problems in the order in which a reader meets them. */
export function sortProblems(
  problems: readonly DefinitionProblem[],
): DefinitionProblem[] {
  return [...problems].sort(
    (a, b) =>
      compare(a.file ?? '', b.file ?? '') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
