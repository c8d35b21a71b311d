import { formatRatio, formatValue } from './formatValue';

describe('formatValue', () => {
  it.each([
    [0.0061, 'ms', '6.1 ms'],
    [0.00612345, 's', '6.12 ms'],
    [1.5, 'ms', '1.5 s'],
    [4_800, 'min', '1 h 20 min'],
    [1_800, 'h', '30 min'],
    [252, 'min', '4 min 12 s'],
    [7_776_000, 'd', '90 d'],
    [442_800, 'd', '5 d 3 h'],
    [129_600, 'business d', '1.5 business d'],
    [950_400, 'w', '1.57 w'],
    [0, 'min', '0 min'],
    [4.7, 'of 5', '4.7 of 5'],
    [4.6666, 'of 5', '4.67 of 5'],
    [20, 'deploys/day', '20 deploys/day'],
    [19.266_66, '/day', '19.3/day'],
    [12_345, 'matches', '12,345 matches'],
    [1_234.56, '', '1,234.6'],
    [0.9, '', '0.9'],
    [-3, '', '-3'],
    [0.34, '%', '34 %'],
    [0.021_49, '%', '2.15 %'],
    [0.9997, '%', '99.97 %'],
    [0.99999999999, '%', '11 nines'],
    [1, '%', '100 %'],
    [3.1, '%', '310 %'],
    [0.12, '%/month', '12 %/month'],
    [Number.NaN, '%', 'NaN %'],
  ])('writes %d in "%s" as %s', (value, unit, expected) => {
    expect(formatValue(value, unit)).toBe(expected);
  });
});

describe('formatRatio', () => {
  it.each([
    [0.0003, '99.97 %'],
    [0, '100 %'],
    [1, '0 %'],
    [0.02, '98 %'],
    [0.3421, '65.7 %'],
    [1e-11, '11 nines'],
    [2e-11, '10 nines'],
    [1e-5, '5 nines'],
    [1.2e-4, '99.988 %'],
  ])('writes good events with a bad share of %d as %s', (bad, expected) => {
    expect(formatRatio(bad, 'up')).toBe(expected);
  });

  it('never rounds up to a target that is missed', () => {
    expect(formatRatio(0.000_504, 'up')).toBe('99.949 %');
  });

  it.each([
    [0.02, '2 %'],
    [0.00009, '0.009 %'],
    [0, '0 %'],
  ])('writes bad events of %d as %s', (bad, expected) => {
    expect(formatRatio(bad, 'down')).toBe(expected);
  });
});
