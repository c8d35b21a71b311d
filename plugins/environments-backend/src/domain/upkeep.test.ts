import fc from 'fast-check';
import type { Told } from './facts';
import { isToReap, warningOf } from './upkeep';
import { environment, hoursLater, made } from '../__testUtils__/records';

describe('what is taken away', () => {
  it('is what is past its end, once', () => {
    expect(isToReap(environment(), hoursLater(71.9))).toBe(false);
    expect(isToReap(environment(), hoursLater(72))).toBe(true);
    const going = environment({}, { deletedAt: made });
    expect(isToReap(going, hoursLater(73))).toBe(false);
  });
});

describe('a warning', () => {
  const told = (hours: number, before: Told = '', some = {}) =>
    warningOf(environment({ told: before }, some), hoursLater(hours))?.told;

  it('comes 12 hours and one hour before the end, each once', () => {
    expect(told(59.9)).toBeUndefined();
    expect(told(60)).toBe('12h');
    expect(told(60, '12h')).toBeUndefined();
    expect(told(71)).toBe('1h');
    expect(told(71, '12h')).toBe('1h');
    expect(told(71, '1h')).toBeUndefined();
  });

  it('does not come of what is being made or gone past its end', () => {
    const preparing = environment({ stage: 'preparing' });
    expect(warningOf(preparing, hoursLater(71.5))).toBeUndefined();
    expect(told(72)).toBeUndefined();
  });

  it('comes of what does not go, with what holds it', () => {
    const held = {
      deletedAt: hoursLater(72),
      finalizers: ['example.org/backup'],
    };
    expect(told(72.1, '1h', held)).toBeUndefined();
    expect(told(72.2, '1h', held)).toBe('stuck');
    expect(told(72.2, 'stuck', held)).toBeUndefined();
    expect(warningOf(environment({}, held), hoursLater(72.2))).toMatchObject({
      title: 'dev-shop cannot be taken away',
      description: 'The namespace has the finalizer example.org/backup',
    });
  });

  it('is another one after the end has moved, and the same until then', () => {
    const id = (expiresAt: Date, hours: number) =>
      warningOf(environment({ expiresAt }), hoursLater(hours))?.id;
    expect(id(hoursLater(72), 61)).toBe(id(hoursLater(72), 62));
    expect(id(hoursLater(72), 61)).not.toBe(id(hoursLater(96), 90));
  });

  it('is told no second time, whenever it is looked at', () => {
    const moments = fc.array(fc.double({ min: 0, max: 90, noNaN: true }));
    fc.assert(
      fc.property(moments, hours => {
        let before: Told = '';
        const ids: string[] = [];
        for (const hour of hours.sort((a, b) => a - b)) {
          const now = hoursLater(hour);
          const warning = warningOf(environment({ told: before }), now);
          if (warning) ids.push(warning.id);
          before = warning?.told ?? before;
        }
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('says when it ends', () => {
    expect(warningOf(environment(), hoursLater(60))).toMatchObject({
      title: 'dev-shop goes in 12 hours',
      description:
        'It ends 2026-12-01 12:00 UTC with everything in it. Keep it longer if you still need it.',
    });
  });
});
