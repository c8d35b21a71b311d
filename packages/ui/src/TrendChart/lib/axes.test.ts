import fc from 'fast-check';
import { spread, tickText, timeTicks, valueAxis } from './axes';

const aValue = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const aTime = fc.integer({ min: 0, max: 4_000_000_000_000 });

describe('valueAxis', () => {
  it('holds all values and labels only what it holds', () => {
    fc.assert(
      fc.property(fc.array(aValue, { minLength: 1 }), values => {
        const { domain, ticks } = valueAxis(values);
        expect(domain[0]).toBeLessThanOrEqual(Math.min(...values));
        expect(domain[1]).toBeGreaterThanOrEqual(Math.max(...values));
        expect(domain[0]).toBeLessThan(domain[1]);
        expect(ticks.length).toBeLessThanOrEqual(6);
      }),
    );
  });

  it('labels round values', () => {
    expect(valueAxis([0.994, 0.9999]).ticks).toEqual([0.994, 0.996, 0.998, 1]);
  });

  it('ends where values end', () => {
    const { domain } = valueAxis([0.2, 0.99], { min: 0, max: 1 });
    expect(domain[1]).toBe(1);
  });

  it('has nothing to label without values', () => {
    expect(valueAxis([])).toEqual({ domain: [0, 1], ticks: [] });
  });
});

describe('timeTicks', () => {
  it('are few, inside and in order', () => {
    fc.assert(
      fc.property(aTime, aTime, (a, b) => {
        const span: [number, number] = [Math.min(a, b), Math.max(a, b) + 1];
        const ticks = timeTicks(span);
        expect(ticks.length).toBeLessThanOrEqual(10);
        expect(ticks).toEqual([...ticks].sort((x, y) => x - y));
        expect(ticks.every(at => at >= span[0] && at <= span[1])).toBe(true);
      }),
    );
  });

  it.each([
    [
      '2026-11-28',
      '2026-11-29',
      '28 Nov,03:00,06:00,09:00,12:00,15:00,18:00,21:00,29 Nov',
    ],
    ['2026-11-02', '2026-11-30', '2 Nov,9 Nov,16 Nov,23 Nov,30 Nov'],
    ['2026-07-15', '2027-02-10', 'Aug,Sep,Oct,Nov,Dec,2027,Feb'],
  ])('from %s to %s read %s', (from, to, expected) => {
    const span: [number, number] = [
      new Date(`${from}T00:00`).getTime(),
      new Date(`${to}T00:00`).getTime(),
    ];
    expect(
      timeTicks(span)
        .map(at => tickText(at, span))
        .join(),
    ).toBe(expected);
  });
});

describe('spread', () => {
  it('keeps order and distance where there is room', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 200, noNaN: true }), {
          maxLength: 8,
        }),
        wanted => {
          const placed = spread(wanted, 14, 200);
          const inOrder = wanted
            .map((at, index) => ({ at, place: placed[index] }))
            .sort((a, b) => a.at - b.at)
            .map(({ place }) => place);
          inOrder.forEach((place, index) => {
            expect(place).toBeGreaterThanOrEqual(-1e-9);
            expect(place).toBeLessThanOrEqual(200);
            expect(place - (inOrder[index - 1] ?? -14)).toBeGreaterThan(13.99);
          });
        },
      ),
    );
  });

  it('leaves labels where they are when they are apart', () => {
    expect(spread([100, 20], 14, 200)).toEqual([100, 20]);
  });
});
