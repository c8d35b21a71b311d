import type { ErrorBudget } from '@squadron/plugin-scorecards-common';
import { budgetWords, burnDownSeries, times } from './budgetView';

const budget = (over: Partial<ErrorBudget>): ErrorBudget => ({
  kpi: 'b-1-api-uptime',
  title: 'API uptime',
  entity: { ref: 'group:default/squad-b-1', title: 'B-1' },
  target: '>= 99.95%',
  allowed: 0.0005,
  days: 30,
  total: 100_000,
  bad: 20,
  left: 0.6,
  windows: [],
  burnDown: [],
  ...over,
});

describe('an error budget in words', () => {
  it('says what is left and of which events', () => {
    expect(budgetWords(budget({}))).toBe(
      '60 % of the budget is left. 20 of 100,000 events were bad; ≥ 99.95% allows 50.',
    );
    expect(budgetWords(budget({ left: -0.2, bad: 60 }))).toMatch(/overspent/);
    expect(budgetWords(budget({ left: undefined }))).toMatch(/No events/);
  });

  it('tells rates with a digit while it says something', () => {
    expect([0.84, 14.4, 6, 250.4, undefined].map(times)).toEqual([
      '0.8×',
      '14.4×',
      '6×',
      '250×',
      '–',
    ]);
  });
});

describe('burnDownSeries', () => {
  it('falls evenly from all to nothing beside what was measured', () => {
    const day = (at: string, left: number | null) => ({ day: at, left });
    const { measured, ideal } = burnDownSeries(
      budget({
        burnDown: [
          day('2026-11-26', 1),
          day('2026-11-27', null),
          day('2026-11-28', 0.6),
        ],
      }),
    );
    expect(measured.map(({ value }) => value)).toEqual([1, null, 0.6]);
    expect(ideal.map(({ value }) => value)).toEqual([1, 0.5, 0]);
  });
});
