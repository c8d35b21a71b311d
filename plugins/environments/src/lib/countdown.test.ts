import fc from 'fast-check';
import { countdownOf, day, hour, minute, second, soon } from './countdown';

describe('countdownOf', () => {
  it.each([
    [3 * day, { words: '3 d 0 h' }],
    [2 * day + 4 * hour + 59 * minute, { words: '2 d 4 h' }],
    [12 * hour, { words: '12 h 0 min' }],
    [12 * hour - 1, { words: '11 h 59 min', status: 'at-risk' }],
    [hour, { words: '1 h 0 min', status: 'at-risk' }],
    [hour - 1, { words: '59 min 59 s', status: 'missed' }],
    [42 * minute + 10 * second, { words: '42 min 10 s', status: 'missed' }],
    [9 * second, { words: '9 s', status: 'missed' }],
    [0, { words: 'past its end', status: 'missed' }],
    [-day, { words: 'past its end', status: 'missed' }],
  ])('says %d ms', (left, countdown) => {
    expect(countdownOf(left)).toEqual(countdown);
  });

  it('marks what ends soon, and only that', () => {
    fc.assert(
      fc.property(fc.integer({ min: -day, max: 14 * day }), left => {
        expect(countdownOf(left).status !== undefined).toBe(left < soon);
      }),
    );
  });
});
