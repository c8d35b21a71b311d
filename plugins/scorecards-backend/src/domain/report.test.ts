import type { Health, Verdict } from '@squadron/plugin-scorecards-common';
import { answerOf, worstFirst } from './report';
import { emptyHealth, toHealth } from './scoring';

const health = (points: number, missed: number): Health =>
  toHealth({
    ...emptyHealth,
    met: 9 - missed,
    noData: 1,
    missed,
    points,
    weight: 10,
    targeted: 10,
    freshTargeted: 9,
  });
const group = (title: string, change?: number) => ({
  ref: title,
  title,
  health: health(5, 1),
  change,
});
const base = {
  kind: 'weekly' as const,
  isRunning: false,
  health: health(8, 2),
  groups: [],
};

describe('answerOf', () => {
  it.each([
    [{}, 'The score is 80 %. 2 of 10 targets are missed.'],
    [
      { isRunning: true, health: health(8, 1) },
      'The score is 80 % so far. 1 of 10 targets is missed.',
    ],
    [
      { before: health(7, 3), kind: 'monthly' as const },
      'The score is 80 %, 10 points up on the month before. 2 of 10 targets are missed, 1 fewer than before.',
    ],
    [
      { before: health(8.1, 2) },
      'The score is 80 %, 1 point down on the week before. 2 of 10 targets are missed.',
    ],
    [
      { before: health(8.05, 2) },
      'The score is 80 %, 0.5 points down on the week before. 2 of 10 targets are missed.',
    ],
    [
      { before: health(8.002, 2), groups: [group('A', 0.0004)] },
      'The score is 80 %, as at the end of the week before. 2 of 10 targets are missed.',
    ],
    [
      { groups: [group('A', 0.1), group('B'), group('C', 0.2)] },
      'The score is 80 %. 2 of 10 targets are missed. C rose the most, by 20 points.',
    ],
    [
      { groups: [group('A', -0.1), group('B', 0.9), group('C', -0.2)] },
      'The score is 80 %. 2 of 10 targets are missed. C fell the most, by 20 points.',
    ],
    [{ health: toHealth(emptyHealth) }, 'Nothing with a target was measured.'],
  ])('of %j is said in words', (report, expected) => {
    expect(answerOf({ ...base, ...report })).toBe(expected);
  });
});

describe('worstFirst', () => {
  let next = 0;
  const change = (kpi: string, from: Verdict, to: Verdict) => {
    next += 1;
    const cell = { kpi, entity: 'e', group: 'g' };
    return { id: String(next), ...cell, from, to, at: next };
  };

  it('puts what is missed first, and the latest of it', () => {
    const sorted = worstFirst([
      change('better', 'missed', 'met'),
      change('risk', 'met', 'at_risk'),
      change('old', 'met', 'missed'),
      change('new', 'at_risk', 'missed'),
      change('less', 'missed', 'at_risk'),
      change('back', 'met', 'missed'),
      change('back', 'missed', 'met'),
      change('first', 'none', 'met'),
    ]);
    expect(sorted.map(({ kpi }) => kpi)).toEqual([
      'new',
      'old',
      'risk',
      'less',
      'better',
    ]);
  });
});
