import fc from 'fast-check';
import { sampleTimes } from './sampleTimes';

const at = (text: string) => new Date(`2026-11-28T${text}Z`);

describe('sampleTimes', () => {
  const hourly = { cadenceSeconds: 3_600 };

  it('counts events up to the last whole cadence, each once', () => {
    const ratio = { kind: 'ratio' as const, ...hourly };
    expect(
      sampleTimes({ ...ratio, from: at('10:00:00'), to: at('11:10:00') }),
    ).toEqual({ now: at('11:00:00') });
    expect(
      sampleTimes({ ...ratio, from: at('11:00:00'), to: at('11:59:59') }),
    ).toEqual({});
  });

  it('fills what was missed', () => {
    const ratio = { kind: 'ratio' as const, ...hourly };
    expect(
      sampleTimes({ ...ratio, from: at('07:30:00'), to: at('11:10:00') }),
    ).toEqual({
      past: { start: at('08:00:00'), end: at('11:00:00'), seconds: 3_600 },
    });
  });

  it('reads a gauge now, and what was missed before', () => {
    const gauge = { kind: 'gauge' as const, ...hourly };
    expect(
      sampleTimes({ ...gauge, from: at('10:10:00'), to: at('11:10:00') }),
    ).toEqual({ now: at('11:10:00') });
    expect(
      sampleTimes({ ...gauge, from: at('08:10:00'), to: at('11:10:00') }),
    ).toEqual({
      now: at('11:10:00'),
      past: { start: at('09:00:00'), end: at('10:00:00'), seconds: 3_600 },
    });
  });

  it('never asks for more than 1,000 moments, all of them within the time', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('ratio' as const, 'gauge' as const),
        fc.integer({ min: 1, max: 604_800 }),
        fc.integer({ min: 0, max: 604_800_000 }),
        (kind, cadenceSeconds, ms) => {
          const to = at('11:10:00');
          const from = new Date(to.getTime() - ms);
          const asked = { kind, cadenceSeconds, from, to };
          const { past, now } = sampleTimes(asked);
          const times = past
            ? [past.start, past.end, now ?? past.end]
            : [now ?? to];
          expect(times.every(time => time <= to)).toBe(true);
          expect(ms === 0 || times.every(time => time > from)).toBe(true);
          const steps = past
            ? (+past.end - +past.start) / past.seconds / 1_000
            : 0;
          expect(steps).toBeLessThanOrEqual(1_000);
          expect(Number.isInteger(steps)).toBe(true);
        },
      ),
    );
  });

  it('takes the same moments however often it is asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_599_999 }), ms => {
        const from = at('10:00:00');
        const to = new Date(at('11:00:00').getTime() + ms);
        expect(sampleTimes({ kind: 'count', ...hourly, from, to })).toEqual({
          now: at('11:00:00'),
        });
      }),
    );
  });
});
