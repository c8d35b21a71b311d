import { aKpi } from '../../../__testUtils__/kpis';
import { definitionsAnswer, targetOn, targetText } from './definitions';

const target = (text: string, from?: string, to?: string) => ({
  op: '>=' as const,
  value: '99',
  unit: '%',
  text,
  from,
  to,
});

describe('targets of a definition', () => {
  const kpi = aKpi({
    targets: [
      target('>= 99%', undefined, '2026-12-31'),
      target('>= 99.9%', '2027-01-01'),
    ],
  });

  it('are in force on their days, both included', () => {
    expect(targetOn(kpi, '2026-12-31')?.text).toBe('>= 99%');
    expect(targetOn(kpi, '2027-01-01')?.text).toBe('>= 99.9%');
  });

  it('say when they begin, and that there is none', () => {
    const later = aKpi({ targets: [target('>= 95%', '2030-01-01')] });
    const now = new Date('2026-11-28T12:00:00Z');
    expect(targetText(later, now)).toBe('≥ 95% from 2030-01-01');
    expect(targetText(kpi, now)).toBe('≥ 99%');
    expect(targetText(aKpi({ targets: [] }), now)).toBe('none: tracked');
  });
});

describe('definitionsAnswer', () => {
  it('counts KPIs, documents and what has no target', () => {
    const other = { document: { title: 'Other' }, targets: [] };
    expect(definitionsAnswer([aKpi(), aKpi(other)])).toBe(
      '2 KPIs from 2 documents; 1 is tracked without a target.',
    );
    expect(definitionsAnswer([aKpi()])).toBe(
      '1 KPI from 1 document, each with a target.',
    );
    expect(definitionsAnswer([])).toBe('No KPI is defined here.');
  });
});
