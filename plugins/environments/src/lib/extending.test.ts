import fc from 'fast-check';
import { anEnvironment, now } from '../__testUtils__/environments';
import { day, hour } from './countdown';
import { extensionsOf, whyNotExtend } from './extending';

const at = Date.parse(now);
const iso = (moment: number) => new Date(moment).toISOString();
const ending = (end: number, most = at + 14 * day) =>
  anEnvironment({ expiresAt: iso(end), extendableUntil: iso(most) });

describe('extensionsOf', () => {
  it('offers one, two and three days from now', () => {
    expect(extensionsOf(ending(at + hour), at)).toEqual([
      { hours: 24, until: at + day, isMost: false },
      { hours: 48, until: at + 2 * day, isMost: false },
      { hours: 72, until: at + 3 * day, isMost: false },
    ]);
  });

  it('leaves out what brings no later end', () => {
    const hours = extensionsOf(ending(at + 2 * day), at).map(
      each => each.hours,
    );
    expect(hours).toEqual([72]);
  });

  it('stops at the latest moment, and offers that once', () => {
    expect(extensionsOf(ending(at + hour, at + 30 * hour), at)).toEqual([
      { hours: 24, until: at + day, isMost: false },
      { hours: 48, until: at + 30 * hour, isMost: true },
    ]);
  });

  it('never offers an end beyond the latest moment, or no gain', () => {
    const moment = fc.integer({ min: 0, max: 14 * day });
    fc.assert(
      fc.property(moment, moment, (left, more) => {
        const most = at + left + more;
        for (const { until } of extensionsOf(ending(at + left, most), at)) {
          expect(until).toBeLessThanOrEqual(most);
          expect(until).toBeGreaterThan(at + left);
        }
      }),
    );
  });
});

describe('whyNotExtend', () => {
  it.each([
    ['preparing', 'It is being made'],
    ['terminating', 'It is being taken away'],
    ['stuck', 'It is being taken away'],
    ['ready', undefined],
    ['expired', undefined],
  ] as const)('says of one that is %s: %s', (phase, reason) => {
    const environment = anEnvironment({ phase });
    expect(whyNotExtend(environment)).toBe(reason);
    expect(extensionsOf(environment, at).length > 0).toBe(!reason);
  });

  it('says that it stays as long as any', () => {
    const most = at + 10 * day;
    const environment = anEnvironment({
      createdAt: iso(at - 4 * day),
      expiresAt: iso(most),
      extendableUntil: iso(most),
    });
    expect(whyNotExtend(environment)).toBe(
      'It stays for its 14 days, the most that there is',
    );
    expect(extensionsOf(environment, at)).toEqual([]);
  });
});
