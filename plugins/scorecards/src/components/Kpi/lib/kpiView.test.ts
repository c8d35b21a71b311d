import type { SeriesPoint } from '@squadron/plugin-scorecards-common';
import { aCell } from '../../../__testUtils__/cells';
import { aKpi } from '../../../__testUtils__/kpis';
import { kpiAnswer, trendPoints, trendTargets } from './kpiView';

const point = (day: string, target: number | null): SeriesPoint => ({
  day,
  value: 0.99,
  verdict: 'at_risk',
  target,
});

describe('kpiAnswer', () => {
  const kpi = { ...aKpi(), ownerTitle: 'B-1 Compute Platform' };

  it('says how the entity stands', () => {
    expect(kpiAnswer(kpi, aCell())).toBe(
      'B-1 Compute Platform: 99.97 % meets ≥ 99.95%.',
    );
  });

  it('says what several make together', () => {
    const rolledUp = {
      kpi: kpi.id,
      title: kpi.title,
      unit: '%',
      text: '97.2 %',
      verdict: 'met' as const,
      entities: 41,
      fresh: 40,
    };
    expect(kpiAnswer({ ...kpi, rolledUp }, undefined)).toBe(
      '97.2 % over 40 of 41 that have it.',
    );
    expect(kpiAnswer(kpi, undefined)).toBe('Nothing is measured yet.');
  });
});

describe('trend of a series', () => {
  it('keeps the verdict of the day', () => {
    expect(trendPoints([point('2026-11-28', 0.95)])).toEqual([
      { at: '2026-11-28', value: 0.99, status: 'at-risk' },
    ]);
  });

  it('steps where the target changes', () => {
    expect(
      trendTargets([
        point('2026-11-25', null),
        point('2026-11-26', 0.9),
        point('2026-11-27', 0.9),
        point('2026-11-28', 0.95),
      ]),
    ).toEqual([
      { from: '2026-11-26', value: 0.9 },
      { from: '2026-11-28', value: 0.95 },
    ]);
  });
});
