import fc from 'fast-check';
import { gainOf } from './gains';

const cell = fc.record({
  weight: fc.integer({ min: 1, max: 10 }),
  points: fc.constantFrom(0, 0.5, 1, undefined),
});

describe('gainOf', () => {
  it('is what the score rises by when the cell is met', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), cells => {
        const counted = cells.filter(({ points }) => points !== undefined);
        const weight = counted.reduce((sum, each) => sum + each.weight, 0);
        const score = (some: typeof counted) =>
          some.reduce((sum, each) => sum + each.weight * each.points!, 0) /
          weight;
        for (const one of counted) {
          const fixed = counted.map(each =>
            each === one ? { ...each, points: 1 as const } : each,
          );
          expect(gainOf(one, weight)).toBeCloseTo(
            score(fixed) - score(counted),
            10,
          );
        }
      }),
    );
  });

  it('is nothing for what does not count', () => {
    expect(gainOf({ weight: 1 }, 4)).toBe(0);
    expect(gainOf({ weight: 1, points: 0 }, 0)).toBe(0);
  });
});
