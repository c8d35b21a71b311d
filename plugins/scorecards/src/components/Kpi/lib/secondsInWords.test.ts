import { secondsInWords } from './secondsInWords';

describe('secondsInWords', () => {
  it.each([
    [86_400, '1 day'],
    [172_800, '2 days'],
    [90_000, '25 hours'],
    [900, '15 minutes'],
    [1, '1 second'],
    [90, '90 seconds'],
  ])('tells %d as %s', (seconds, words) => {
    expect(secondsInWords(seconds)).toBe(words);
  });
});
