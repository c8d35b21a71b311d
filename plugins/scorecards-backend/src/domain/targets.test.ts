import fc from 'fast-check';
import { kpi, target } from '../__testUtils__/kpi';
import { dayText, startOf } from './day';
import { targetAt } from './targets';

const at = (text: string) => Date.parse(text);

describe('targetAt', () => {
  it('holds from the first moment of its first day to the last of its last, in UTC', () => {
    const targets = [target('>= 1', { from: '2026-03-01', to: '2026-03-31' })];
    const of = kpi('k', { targets });
    expect(targetAt(of, at('2026-02-28T23:59:59.999Z'))).toBeUndefined();
    expect(targetAt(of, at('2026-03-01T00:00:00Z'))).toBe(targets[0]);
    expect(targetAt(of, at('2026-03-31T23:59:59.999Z'))).toBe(targets[0]);
    expect(targetAt(of, at('2026-04-01T00:00:00Z'))).toBeUndefined();
  });

  it('is nothing without targets', () => {
    expect(targetAt(kpi('k'), 0)).toBeUndefined();
  });

  it('prefers the one that began last, and the later of two that begin together', () => {
    const [always, year, march, twin] = [
      target('>= 1'),
      target('>= 2', { from: '2026-01-01' }),
      target('>= 3', { from: '2026-03-01', to: '2026-03-31' }),
      target('>= 4', { from: '2026-03-01', to: '2026-03-15' }),
    ];
    const of = kpi('k', { targets: [march, twin, always, year] });
    expect(targetAt(of, at('2025-12-31T12:00:00Z'))).toBe(always);
    expect(targetAt(of, at('2026-02-01T00:00:00Z'))).toBe(year);
    expect(targetAt(of, at('2026-03-10T00:00:00Z'))).toBe(twin);
    expect(targetAt(of, at('2026-03-20T00:00:00Z'))).toBe(march);
    expect(targetAt(of, at('2026-04-01T00:00:00Z'))).toBe(year);
  });

  it('finds of targets that follow each other the one of the day', () => {
    const starts = fc.uniqueArray(fc.integer({ min: 0, max: 30_000 }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(starts, fc.integer({ min: 0, max: 30_000 }), (days, day) => {
        const sorted = [...days].sort((a, b) => a - b);
        const targets = sorted.map((from, i) =>
          target(`>= ${from}`, {
            from: dayText(from),
            ...(i + 1 < sorted.length && { to: dayText(sorted[i + 1] - 1) }),
          }),
        );
        const inForce = sorted.filter(from => from <= day).at(-1);
        const found = targetAt(kpi('k', { targets }), startOf(day));
        expect(found?.value).toBe(
          inForce === undefined ? undefined : `${inForce}`,
        );
      }),
    );
  });
});
