import fc from 'fast-check';
import { HeatRow } from './heatMapTypes';
import { leafColumns, visibleLines } from './heatRows';

/** A tree in order: each row is at most one deeper than the one before. */
const aTree = fc
  .array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 60 })
  .map(depths => {
    let above = -1;
    return depths.map((wanted, at): HeatRow => {
      above = Math.min(wanted, above + 1);
      return { id: `row-${at}`, label: `Row ${at}`, depth: above };
    });
  });

describe('visibleLines', () => {
  it('shows a row exactly when its parent is shown and expanded', () => {
    fc.assert(
      fc.property(aTree, fc.infiniteStream(fc.boolean()), (rows, coins) => {
        const expanded = new Set(
          rows.filter(() => coins.next().value).map(({ id }) => id),
        );
        const shown = visibleLines(rows, expanded).map(({ row }) => row.id);
        rows.forEach((row, at) => {
          const parent = rows
            .slice(0, at)
            .findLast(({ depth }) => depth < row.depth);
          const isShown =
            !parent || (shown.includes(parent.id) && expanded.has(parent.id));
          expect([row.id, shown.includes(row.id)]).toEqual([row.id, isShown]);
        });
      }),
    );
  });

  it('counts siblings without gaps', () => {
    fc.assert(
      fc.property(aTree, rows => {
        const lines = visibleLines(rows, new Set(rows.map(({ id }) => id)));
        for (const { parent, siblings } of lines) {
          const group = lines.filter(line => line.parent === parent);
          expect(group.map(({ position }) => position)).toEqual(
            Array.from({ length: siblings }, (_, at) => at + 1),
          );
        }
      }),
    );
  });

  it('lets a row unfold whose children are not read yet', () => {
    const [line] = visibleLines(
      [{ id: 'a', label: 'A', depth: 0, expandable: true }],
      new Set(),
    );
    expect(line.expanded).toBe(false);
  });
});

describe('leafColumns', () => {
  const columns = [
    { id: 'speed', label: 'speed', parts: [{ id: 'p99', label: 'p99' }] },
    { id: 'cost', label: 'cost' },
  ];

  it('puts the parts of an expanded column behind it', () => {
    const ids = (expanded: string[]) =>
      leafColumns(columns, new Set(expanded)).map(({ column }) => column.id);
    expect(ids([])).toEqual(['speed', 'cost']);
    expect(ids(['speed', 'cost'])).toEqual(['speed', 'p99', 'cost']);
  });
});
