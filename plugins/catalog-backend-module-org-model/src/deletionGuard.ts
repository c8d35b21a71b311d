import { DefinitionProblem } from '@squadron/backend-kit';

/** Refuses an import that would take away more than a part of what earlier imports brought. */
export function guardDeletions(options: {
  existing: ReadonlySet<string>;
  wanted: { has(ref: string): boolean };
  maxDeletedPercent: number;
}): DefinitionProblem | undefined {
  const { existing, wanted, maxDeletedPercent } = options;
  const deleted = [...existing].filter(ref => !wanted.has(ref));
  if (deleted.length * 100 <= existing.size * maxDeletedPercent) {
    return undefined;
  }
  const shown = deleted.slice(0, 5).join(', ');
  const more = deleted.length > 5 ? ` and ${deleted.length - 5} more` : '';
  return {
    severity: 'error',
    message: `the files would delete ${deleted.length} of the ${existing.size} entities that came from them, more than ${maxDeletedPercent} %: ${shown}${more}`,
    fix: 'bring them back, or set catalog.orgModel.maxDeletedPercent to 100 for this one import',
  };
}
