import { durationText, figuresText } from './figures';

const template = 'template:default/node-service';

describe('figures of a golden path', () => {
  it.each([
    [0.04, '0.0 s'],
    [3.44, '3.4 s'],
    [42.4, '42 s'],
    [119.6, '120 s'],
    [150, '3 min'],
  ])('say %d seconds as %s', (seconds, text) => {
    expect(durationText(seconds)).toBe(text);
  });

  it('say how often it was taken, how long it took and how often it went well', () => {
    const figures = {
      template,
      runs: 34,
      medianSeconds: 3.4,
      successRate: 0.97,
    };
    expect(figuresText(figures, 90)).toBe(
      '34 runs in 90 days · median 3.4 s · 97 % went well',
    );
    expect(figuresText({ template, runs: 1, successRate: 0 }, 90)).toBe(
      '1 run in 90 days · 0 % went well',
    );
  });

  it('say nothing of what nobody took', () => {
    expect(figuresText(undefined, 90)).toBeUndefined();
    expect(figuresText({ template, runs: 0 }, 90)).toBeUndefined();
  });
});
