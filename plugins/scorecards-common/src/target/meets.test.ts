import {
  allowedBadShare,
  compare,
  directionOf,
  meetsTarget,
  thresholdOf,
} from './meets';
import { parseTarget } from './parseTarget';

const target = (text: string) => {
  const parsed = parseTarget(text);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.target;
};

describe('allowedBadShare', () => {
  it.each([
    ['11 nines', 1e-11],
    ['30 nines', 1e-30],
    ['>= 99.95%', 0.0005],
    ['>= 98%', 0.02],
    ['> 95%', 0.05],
    ['< 2%', 0.02],
    ['< 2%/quarter', 0.02],
    ['< 0.01%', 0.0001],
    ['= 100%', 0],
    ['= 0%', 0],
    ['<= 2 h for 90%', 0.1],
    ['> 3.8 for 95%', 0.05],
  ])('of %s is %d', (text, expected) => {
    expect(allowedBadShare(target(text))).toBe(expected);
  });

  it.each(['>= 300%', '>= -1%', '= 50%', '< 30 min', '= 0', '>= 4.7 of 5'])(
    'is nothing of %s',
    text => {
      expect(allowedBadShare(target(text))).toBeUndefined();
    },
  );
});

describe('directionOf', () => {
  it.each([
    ['>= 1', 'up'],
    ['< 1', 'down'],
    ['= 0', 'down'],
    ['= 100%', 'up'],
    ['= 5 of 5', 'up'],
    ['= 50%', undefined],
    ['= 3', undefined],
    ['<= 2 h for 90%', 'up'],
  ])('of %s is %s', (text, expected) => {
    expect(directionOf(target(text))).toBe(expected);
  });
});

describe('thresholdOf', () => {
  it.each([
    ['< 30 min', 1_800],
    ['< 5 ms', 0.005],
    ['<= 1 business d', 86_400],
    ['>= 30%', 0.3],
    ['>= 4.7 of 5', 4.7],
    ['>= 20 deploys/day', 20],
  ])('of %s is %d as stored', (text, expected) => {
    expect(thresholdOf(target(text))).toBe(expected);
  });

  it('is what values are compared with', () => {
    const half = target('< 30 min');
    expect([1_799, 1_800, 1_801].map(value => compare(half, value))).toEqual([
      -1, 0, 1,
    ]);
  });
});

describe('meetsTarget', () => {
  it.each([
    ['>= 60', 60, true],
    ['>= 60', 59.9, false],
    ['> 60', 60, false],
    ['> 60', 61, true],
    ['<= 60', 60, true],
    ['<= 60', 61, false],
    ['< 60', 60, false],
    ['< 60', 59, true],
    ['= 0', 0, true],
    ['= 0', 1, false],
    ['< 5 ms', 0.0049, true],
    ['< 5 ms', 0.005, false],
    ['>= 8%', 0.08, true],
    ['>= 300%', 2.9, false],
  ])('judges by %s that %d is %s', (text, value, expected) => {
    expect(meetsTarget(target(text), { value })).toBe(expected);
  });

  it.each([
    ['>= 99.95%', 5 / 10_000, true],
    ['>= 99.95%', 6 / 10_000, false],
    ['11 nines', 1 / 1e11, true],
    ['11 nines', 2 / 1e11, false],
    ['> 95%', 5 / 100, false],
    ['> 95%', 4 / 100, true],
    ['< 2%', 2 / 100, false],
    ['< 2%', 1 / 100, true],
    ['<= 5%', 5 / 100, true],
    ['= 100%', 0, true],
    ['= 100%', 1 / 1e9, false],
    ['= 0%', 0, true],
    ['= 0%', 1 / 1e9, false],
    ['<= 2 h for 90%', 1 / 10, true],
    ['<= 2 h for 90%', 11 / 100, false],
    ['> 3.8 for 95%', 5 / 100, true],
  ])(
    'judges by %s that a bad share of %d is %s',
    (text, badShare, expected) => {
      expect(meetsTarget(target(text), { badShare })).toBe(expected);
    },
  );

  it('says nothing without the number that the target is about', () => {
    expect(meetsTarget(target('>= 60'), {})).toBeUndefined();
    expect(meetsTarget(target('<= 2 h for 90%'), { value: 1 })).toBeUndefined();
  });
});
