import fc from 'fast-check';
import { breaches, sparklineBox, sparklineShape } from './sparklineShape';

const { width, height } = sparklineBox;
const aValue = fc.double({ min: -1e9, max: 1e9, noNaN: true });
const values = fc.array(fc.option(aValue, { nil: null }), { maxLength: 120 });
const better = fc.constantFrom('higher' as const, 'lower' as const);

describe('sparklineShape', () => {
  it('keeps every point, target and shade inside the box', () => {
    fc.assert(
      fc.property(
        values,
        fc.option(aValue, { nil: undefined }),
        better,
        (points, target, side) => {
          const shape = sparklineShape({
            values: points,
            target,
            better: side,
          });
          const pairs = [...shape.line.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)];
          expect(pairs).toHaveLength(
            points.filter(value => value !== null).length,
          );
          for (const [, x, y] of pairs) {
            expect(Number(x)).toBeGreaterThanOrEqual(0);
            expect(Number(x)).toBeLessThanOrEqual(width);
            expect(Number(y)).toBeGreaterThanOrEqual(0);
            expect(Number(y)).toBeLessThanOrEqual(height);
          }
          for (const shade of shape.breaches) {
            expect(shade.x).toBeGreaterThanOrEqual(0);
            expect(shade.x + shade.width).toBeLessThanOrEqual(width + 0.01);
          }
          const targetY = shape.targetY ?? height / 2;
          expect(targetY).toBeGreaterThanOrEqual(0);
          expect(targetY).toBeLessThanOrEqual(height);
        },
      ),
    );
  });

  it('shades as many steps as there are values on the bad side', () => {
    fc.assert(
      fc.property(values, aValue, better, (points, target, side) => {
        const shape = sparklineShape({ values: points, target, better: side });
        const bad = points.filter(value => breaches(value, target, side));
        expect(shape.breaches).toHaveLength(bad.length);
      }),
    );
  });

  it('breaks the line where nothing was measured', () => {
    const { line } = sparklineShape({
      values: [1, null, 2, 3],
      better: 'higher',
    });
    expect(line.match(/M/g)).toHaveLength(2);
    expect(line.match(/L/g)).toHaveLength(1);
  });

  it('marks the last value that was measured', () => {
    const { last } = sparklineShape({
      values: [3, 1, null],
      target: 2,
      better: 'higher',
    });
    expect(last).toEqual({ x: 36, y: 17, breach: true });
  });

  it('is empty without values', () => {
    expect(
      sparklineShape({ values: [null], target: 1, better: 'lower' }),
    ).toEqual({
      line: '',
      breaches: [],
    });
  });
});
