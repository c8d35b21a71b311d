import type { SampleImport } from '@squadron/plugin-scorecards-common';

const number = new Intl.NumberFormat('en');

function rows(count: number): string {
  return `${number.format(count)} ${count === 1 ? 'row' : 'rows'}`;
}

/** How far a file is, and what came of it. */
export function importAnswer(value: SampleImport): string {
  const { name, state, result, problem } = value;
  const { accepted, corrected, unchanged, rejected } = result;
  const details = [
    corrected && `${rows(corrected)} corrected`,
    unchanged && `${rows(unchanged)} known already`,
    rejected && `${rows(rejected)} not taken`,
  ].filter(Boolean);
  const tail = details.length ? `; ${details.join(', ')}` : '';
  switch (state) {
    case 'checked':
      return `${name}: ${rows(accepted)} can be taken over${tail}.`;
    case 'done':
      return `${name}: ${rows(accepted)} taken over${tail}.`;
    case 'failed':
      return `${name} failed: ${problem}`;
    case 'cancelled':
      return `${name} was given up.`;
    default:
      return `${name} is being worked on.`;
  }
}
