import fc from 'fast-check';
import { aHealth, aRow } from '../__testUtils__/cells';
import { countIn, groupsOwning } from './ownCounts';

const rowsOf = (own: number[]) => {
  const sums = own.map((_, at) => own.slice(at).reduce((sum, n) => sum + n, 0));
  // Each group lies in the one before it, and counts what is below it too.
  return sums.map((missed, depth) =>
    aRow({
      ref: `group:default/g-${depth}`,
      parent: depth > 0 ? `group:default/g-${depth - 1}` : undefined,
      depth,
      cells: [aHealth({ missed }), null],
    }),
  );
};

describe('groupsOwning', () => {
  it('counts each group that has cells of its own, however deep it lies', () => {
    const counts = fc.array(fc.nat(3), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(counts, own => {
        const rows = rowsOf(own);
        expect(groupsOwning(rows, ['missed'])).toBe(
          own.filter(count => count > 0).length,
        );
        expect(groupsOwning(rows, ['met'])).toBe(0);
      }),
    );
  });
});

describe('countIn', () => {
  const row = aRow({ cells: [aHealth({ met: 2, missed: 1 }), null] });

  it('adds the columns up, of the chosen states where some are', () => {
    expect(countIn(row)).toBe(3);
    expect(countIn(row, ['missed'])).toBe(1);
  });
});
