import { formatProblem } from '@squadron/backend-kit';
import { compileKpiTexts } from '../definitions/loadKpis';

const known = new Set([
  'group:default/company',
  'group:default/squad-b-1',
  'group:default/squad-b-2',
]);

/** A file with one KPI: the given lines instead of, or beside, the usual ones. */
export function file(lines: Record<string, string | undefined>): string {
  const usual = {
    id: 'b-1-api-uptime',
    title: 'API uptime',
    text: 'API Uptime ≥ 99.95%',
    owner: 'squad-b-1',
    category: 'availability',
    kind: 'ratio',
    target: `'>= 99.95%'`,
    every: '1 min',
    onNoData: 'bad',
    source: 'push',
  };
  const fields = Object.entries({ ...usual, ...lines })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `    ${key}: ${value}`);
  return `document: Charter\nkpis:\n  - ${fields.join('\n').trim()}\n`;
}

/** Compiles files, beside a company with two squads. */
export const compile = (...texts: string[]) =>
  compileKpiTexts(
    texts.map((text, at) => ({ file: `kpis-${at + 1}.yaml`, text })),
    known,
  );
export const problemsOf = (...texts: string[]) =>
  compile(...texts).problems.map(formatProblem);
