import fc from 'fast-check';
import { parseTarget } from './parseTarget';
import {
  canonicalUnit,
  convert,
  dimensionOf,
  fromStored,
  isConvertible,
  perPeriod,
  toStored,
  unitOf,
} from './units';

describe('units', () => {
  it.each([
    ['minutes', 'min'],
    ['Hours', 'h'],
    ['business day', 'business d'],
    ['percent', '%'],
    ['', ''],
    ['versions', 'versions'],
    ['deploys/day', 'deploys/day'],
    ['/day', '/day'],
    ['% per month', '%/month'],
    ['of 5', 'of 5'],
    ['/5', 'of 5'],
  ])('spell %s as %s', (text, expected) => {
    expect(canonicalUnit(text)).toBe(expected);
  });

  it.each(['mintues', 'm', '5', '>=', '$', 'h/day', 'per shift', 'two words'])(
    'are none of %s',
    text => {
      expect(canonicalUnit(text)).toBeUndefined();
    },
  );

  it.each([
    ['>= 20 deploys/day', 'deploys/day'],
    ['>= 4.7 of 5', 'of 5'],
    ['<= 2 h for 90%', 'h'],
    ['= 0', ''],
  ])('of the target %s are %s', (text, expected) => {
    const parsed = parseTarget(text);
    expect(parsed.ok && unitOf(parsed.target)).toBe(expected);
  });

  it('have one of three dimensions', () => {
    expect(['%', 'business d', 'versions', ''].map(dimensionOf)).toEqual([
      'share',
      'time',
      'number',
      'number',
    ]);
  });
});

describe('stored values', () => {
  it.each([
    [5, 'ms', 0.005],
    [30, 'min', 1_800],
    [2, 'w', 1_209_600],
    [1, 'business d', 86_400],
    ['99.95', '%', 0.9995],
    [4.7, 'of 5', 4.7],
    [3, 'versions', 3],
  ])('of %s %s are %s', (value, unit, stored) => {
    expect(toStored(value, unit)).toBe(stored);
    expect(fromStored(stored, unit)).toBe(Number(value));
  });

  it('need a unit that there is', () => {
    expect(() => toStored(1, 'mintues')).toThrow(
      '"mintues" is no unit. Write %, ms, s, min, h, d, w',
    );
  });
});

describe('convert', () => {
  it.each([
    [90, 'min', 'h', 1.5],
    [0.1, 's', 'ms', 100],
    [3, 'd', 'business d', 3],
    [97, '%', '%', 97],
    [7, 'versions', 'versions', 7],
  ])('makes %d %s to %s', (value, from, to, expected) => {
    expect(convert(value, from, to)).toBe(expected);
  });

  it.each([
    ['min', '%'],
    ['versions', 'articles'],
    ['deploys/day', 'deploys/week'],
    ['', 'versions'],
    ['mintues', 'min'],
  ])('refuses to make "%s" to "%s"', (from, to) => {
    expect(isConvertible(from, to)).toBe(false);
    expect(() => convert(1, from, to)).toThrow(/cannot be told in/);
  });

  it('comes back to where it began', () => {
    const time = fc.constantFrom('ms', 's', 'min', 'h', 'd', 'w');
    fc.assert(
      fc.property(fc.integer(), time, time, (value, from, to) => {
        expect(convert(convert(value, from, to), to, from)).toBeCloseTo(
          value,
          3,
        );
      }),
    );
  });
});

describe('perPeriod', () => {
  it('makes a sum over days to a rate', () => {
    expect(perPeriod(600, 30, 'deploys/day')).toBe(20);
    expect(perPeriod(2, 30, 'articles/quarter')).toBe(6);
  });

  it('leaves a sum that has no period', () => {
    expect(perPeriod(3, 30, '')).toBe(3);
  });
});
