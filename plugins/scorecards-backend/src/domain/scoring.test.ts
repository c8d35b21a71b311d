import {
  type NoDataPolicy,
  freshnesses,
  noDataPolicies,
  statusOf,
  verdicts,
} from '@squadron/plugin-scorecards-common';
import fc from 'fast-check';
import {
  type CountedCell,
  type HealthCount,
  type ScoredCell,
  addHealth,
  countCell,
  emptyHealth,
  pointsOf,
  scoreOf,
  toHealth,
} from './scoring';

interface AnyCell extends ScoredCell {
  policy: NoDataPolicy;
  waived: boolean;
  weight: number;
}

const policy = fc.constantFrom(...noDataPolicies);
const weight = fc.constantFrom(0.25, 0.5, 1, 2, 7);
const anyCell: fc.Arbitrary<AnyCell> = fc.record(
  {
    verdict: fc.constantFrom(...verdicts),
    freshness: fc.constantFrom(...freshnesses),
    hasTarget: fc.boolean(),
    held: fc.constantFrom(0, 0.5, 1),
    policy,
    waived: fc.boolean(),
    weight,
  },
  {
    requiredKeys: [
      'verdict',
      'freshness',
      'hasTarget',
      'policy',
      'waived',
      'weight',
    ],
  },
);

function countOf(cell: AnyCell): HealthCount {
  const points = pointsOf(cell, cell.policy);
  return countCell({ ...cell, points });
}

const scoreOfAll = (cells: AnyCell[]) =>
  scoreOf(cells.map(countOf).reduce(addHealth, emptyHealth));

/** Whether a score rose, or vanished, by which other groups would count for more above. */
function rose(after: number | undefined, before: number | undefined): boolean {
  if (after === undefined) return before !== undefined;
  return after > (before ?? 0) + 1e-12;
}

const scored: ScoredCell = {
  verdict: 'met',
  freshness: 'fresh',
  hasTarget: true,
};

describe('pointsOf', () => {
  it.each([
    ['met', 1],
    ['at_risk', 0.5],
    ['missed', 0],
  ] as const)('gives what is %s %d while it is fresh', (verdict, points) => {
    for (const each of noDataPolicies) {
      expect(pointsOf({ ...scored, verdict }, each)).toBe(points);
    }
  });

  it.each([
    ['bad', 'stale', 0],
    ['bad', 'error', 0],
    ['hold', 'stale', 1],
    ['hold', 'error', 1],
    ['ignore', 'stale', 1],
    ['ignore', 'error', 1],
  ] as const)(
    'with %s gives what was met and is %s %d',
    (each, freshness, points) => {
      expect(pointsOf({ ...scored, freshness }, each)).toBe(points);
    },
  );

  it.each([
    ['bad', undefined, 0],
    ['bad', 1, 0],
    ['ignore', undefined, undefined],
    ['ignore', 1, undefined],
    ['hold', undefined, undefined],
    ['hold', 0.5, 0.5],
  ] as const)(
    'with %s gives no data that last had %s points %s',
    (each, held, points) => {
      for (const freshness of ['no_data', 'error', 'fresh'] as const) {
        const cell = { ...scored, verdict: 'none', freshness, held } as const;
        expect(pointsOf(cell, each)).toBe(points);
      }
    },
  );

  it('does not count what has no target', () => {
    expect(pointsOf({ ...scored, hasTarget: false }, 'bad')).toBeUndefined();
  });
});

describe('the score', () => {
  it('never rises by a cell that was never measured', () => {
    fc.assert(
      fc.property(fc.array(anyCell), policy, weight, (cells, each, w) => {
        for (const freshness of ['no_data', 'error'] as const) {
          const unmeasured: AnyCell = {
            verdict: 'none',
            freshness,
            hasTarget: true,
            policy: each,
            waived: false,
            weight: w,
          };
          const after = scoreOfAll([...cells, unmeasured]);
          expect(rose(after, scoreOfAll(cells))).toBe(false);
        }
      }),
    );
  });

  it('never rises when a fresh cell becomes stale or its collector fails', () => {
    fc.assert(
      fc.property(fc.array(anyCell), anyCell, (cells, cell) => {
        const before = scoreOfAll([...cells, { ...cell, freshness: 'fresh' }]);
        for (const freshness of ['stale', 'error'] as const) {
          const after = scoreOfAll([...cells, { ...cell, freshness }]);
          expect(rose(after, before)).toBe(false);
        }
      }),
    );
  });

  it('never changes by a waiver', () => {
    fc.assert(
      fc.property(fc.array(anyCell), cells => {
        const waived = cells.map(cell => ({ ...cell, waived: !cell.waived }));
        expect(scoreOfAll(waived)).toBe(scoreOfAll(cells));
      }),
    );
  });

  it('and coverage lie between 0 and 1', () => {
    fc.assert(
      fc.property(fc.array(anyCell, { minLength: 1 }), cells => {
        const health = toHealth(cells.map(countOf).reduce(addHealth));
        const { score = 0, coverage = 0 } = health;
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(coverage).toBeGreaterThanOrEqual(0);
        expect(coverage).toBeLessThanOrEqual(1);
        expect('coverage' in health).toBe(cells.some(each => each.hasTarget));
      }),
    );
  });

  it('weighs cells', () => {
    const met = countOf({ ...scored, policy: 'bad', waived: false, weight: 3 });
    const missed = { ...scored, verdict: 'missed' } as const;
    const other = countOf({
      ...missed,
      policy: 'bad',
      waived: false,
      weight: 1,
    });
    expect(scoreOf(addHealth(met, other))).toBe(0.75);
    expect(scoreOf(emptyHealth)).toBeUndefined();
  });
});

describe('countCell', () => {
  const fields = {
    met: 'met',
    at_risk: 'atRisk',
    missed: 'missed',
    tracked: 'tracked',
    stale: 'stale',
    error: 'error',
    no_data: 'noData',
  } as const;

  it('counts each cell once, by the status that pages show', () => {
    fc.assert(
      fc.property(anyCell, cell => {
        // A verdict needs a target.
        fc.pre(cell.hasTarget || cell.verdict === 'none');
        const count = countOf(cell);
        const status = statusOf(cell, cell.hasTarget);
        for (const [name, field] of Object.entries(fields)) {
          expect(count[field]).toBe(name === status ? 1 : 0);
        }
        expect(count.waived).toBe(cell.waived ? 1 : 0);
      }),
    );
  });

  it('covers what has a target and a fresh verdict', () => {
    const cell: CountedCell = {
      verdict: 'missed',
      freshness: 'fresh',
      waived: false,
      hasTarget: true,
      weight: 1,
      points: 0,
    };
    const cells: CountedCell[] = [
      cell,
      { ...cell, freshness: 'stale' },
      { ...cell, verdict: 'none' },
      { ...cell, verdict: 'none', hasTarget: false, points: undefined },
    ];
    const health = toHealth(cells.map(countCell).reduce(addHealth));
    expect(health).toEqual({
      met: 0,
      atRisk: 0,
      missed: 1,
      tracked: 1,
      stale: 1,
      error: 0,
      noData: 1,
      waived: 0,
      score: 0,
      coverage: 1 / 3,
    });
  });
});
