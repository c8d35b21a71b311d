import type { Kpi, KpiTarget } from '@squadron/plugin-scorecards-common';
import { withSigns } from '../../../lib/withSigns';

/** The target in force on a day, `YYYY-MM-DD`; the first that will be when none is yet. */
export function targetOn(kpi: Kpi, day: string): KpiTarget | undefined {
  const inForce = kpi.targets.find(
    ({ from = '', to = '9999' }) => from <= day && day <= to,
  );
  return inForce ?? kpi.targets.find(({ from = '' }) => from > day);
}

/** The target of today in words, with its day when it is still to come. */
export function targetText(kpi: Kpi, now = new Date()): string {
  const today = now.toISOString().slice(0, 10);
  const target = targetOn(kpi, today);
  if (!target) return 'none: tracked';
  const text = withSigns(target.text);
  return target.from && target.from > today
    ? `${text} from ${target.from}`
    : text;
}

/** `141 KPIs from 5 documents; 18 are tracked without a target.` */
export function definitionsAnswer(kpis: readonly Kpi[]): string {
  if (kpis.length === 0) return 'No KPI is defined here.';
  const documents = new Set(kpis.map(({ document }) => document.title)).size;
  const tracked = kpis.filter(({ targets }) => targets.length === 0).length;
  const head = `${kpis.length} ${kpis.length === 1 ? 'KPI' : 'KPIs'} from ${documents} ${
    documents === 1 ? 'document' : 'documents'
  }`;
  if (tracked === 0) return `${head}, each with a target.`;
  return `${head}; ${tracked} ${tracked === 1 ? 'is' : 'are'} tracked without a target.`;
}
