import { isError } from '@backstage/errors';
import fc from 'fast-check';
import {
  begunAgain,
  defaultLimits,
  extended,
  firstEnd,
  latestEnd,
  promoted,
  toldAt,
} from './expiry';
import { environment, facts, hoursLater, made } from '../__testUtils__/records';

const limits = defaultLimits;
const preparing = facts({
  stage: 'preparing',
  expiresAt: firstEnd(made, limits),
});

/** The change, or none when it is refused. */
function orRefused(change: () => object): object {
  try {
    return change();
  } catch (error) {
    if (isError(error) && error.name === 'ConflictError') return {};
    throw error;
  }
}

describe('the end of an environment', () => {
  it('is near until its golden path has ended, then three days away', () => {
    expect(preparing.expiresAt).toEqual(hoursLater(0.5));
    expect(promoted(preparing, hoursLater(0.1), limits)).toEqual({
      stage: 'ready',
      expiresAt: hoursLater(72.1),
      told: '',
    });
  });

  it('moves half an hour away when somebody begins again', () => {
    expect(begunAgain(preparing, hoursLater(0.25), limits)).toEqual({
      expiresAt: hoursLater(0.75),
    });
    expect(begunAgain(facts(), hoursLater(1), limits)).toEqual({
      expiresAt: hoursLater(72),
    });
  });

  it('moves so many hours from now when it is kept longer', () => {
    const now = hoursLater(70);
    expect(extended(environment(), 24, now, limits)).toEqual({
      expiresAt: hoursLater(94),
      told: '',
    });
    expect(extended(environment(), 6, now, limits)).toEqual({
      expiresAt: hoursLater(76),
      told: '12h',
    });
  });

  it('is no later than 14 days after it was made, and then it says so', () => {
    const late = environment({ expiresAt: hoursLater(330) });
    expect(extended(late, 72, hoursLater(325), limits)).toMatchObject({
      expiresAt: hoursLater(336),
    });
    const last = environment({ expiresAt: hoursLater(336) });
    expect(() => extended(last, 1, hoursLater(330), limits)).toThrow(
      'dev-shop cannot be kept longer than until 2026-12-12T12:00:00.000Z, 14 days after it was made',
    );
  });

  it('cannot be moved while it is being made', () => {
    expect(() => extended(environment(preparing), 1, made, limits)).toThrow(
      'dev-shop is being made',
    );
  });

  it('never comes nearer, and never passes the most', () => {
    const anyChange = fc.oneof(
      fc.constant(begunAgain),
      fc.constant(promoted),
      fc
        .integer({ min: 1, max: 1_000 })
        .map<typeof promoted>(
          hours => (about, now, most) =>
            extended(environment(about), hours, now, most),
        ),
    );
    const steps = fc.array(
      fc.record({ change: anyChange, wait: fc.integer({ min: 0, max: 100 }) }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(steps, all => {
        let hours = 0;
        let about = facts(preparing);
        for (const step of all) {
          hours += step.wait;
          const now = hoursLater(hours);
          const before = about;
          const change = orRefused(() => step.change(before, now, limits));
          about = { ...before, ...change };
          expect(about.expiresAt >= before.expiresAt).toBe(true);
          expect(about.expiresAt <= latestEnd(about, limits)).toBe(true);
        }
      }),
    );
  });

  it.each([
    [12.1, ''],
    [12, '12h'],
    [1.1, '12h'],
    [1, '1h'],
    [-1, '1h'],
  ])('%s hours away needs no telling but %j', (left, told) => {
    expect(toldAt(hoursLater(left), made)).toBe(told);
  });
});
