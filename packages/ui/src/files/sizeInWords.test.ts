import { sizeInWords } from './sizeInWords';

describe('sizeInWords', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [4_200, '4.2 kB'],
    [42_000, '42 kB'],
    [1_300_000, '1.3 MB'],
    [120_000_000, '120 MB'],
  ])('says %d bytes as %s', (bytes, words) => {
    expect(sizeInWords(bytes)).toBe(words);
  });
});
