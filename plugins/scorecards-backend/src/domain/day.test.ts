import fc from 'fast-check';
import { dayFrom, dayOf, dayText, startOf } from './day';

const day = fc.integer({ min: -700_000, max: 2_900_000 });

describe('days', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2026-11-28', 20_785],
  ])('counts %s as %i', (text, number) => {
    expect(dayFrom(text)).toBe(number);
    expect(dayText(number)).toBe(text);
  });

  it('come back from their text', () => {
    fc.assert(
      fc.property(day, number => {
        expect(dayFrom(dayText(number))).toBe(number);
      }),
    );
  });

  it('hold every moment from their start to the next one', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 86_399_999 }),
        (number, ms) => {
          expect(dayOf(startOf(number) + ms)).toBe(number);
          expect(dayOf(startOf(number) - 1)).toBe(number - 1);
        },
      ),
    );
  });
});
