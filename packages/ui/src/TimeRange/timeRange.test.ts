import fc from 'fast-check';
import { DateTime } from 'luxon';
import {
  presetOf,
  presetRange,
  rangeMoments,
  rangeText,
  readRange,
  timePresets,
  writeRange,
} from './timeRange';

const aZone = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Pacific/Kiritimati',
);
const aNow = fc
  .record({
    zone: aZone,
    millis: fc.integer({ min: 946_684_800_000, max: 4_102_444_800_000 }),
  })
  .map(({ zone, millis }) => DateTime.fromMillis(millis, { zone }));
const aPreset = fc.constantFrom(...timePresets);
const aDay = fc
  .date({
    min: new Date('2000-01-01'),
    max: new Date('2100-01-01'),
    noInvalidDate: true,
  })
  .map(date => date.toISOString().slice(0, 10));
const aRange = fc
  .tuple(aDay, aDay)
  .map(days => days.sort())
  .map(([from, to]) => ({ from, to }));

describe('presets', () => {
  it('hold today and go forwards', () => {
    fc.assert(
      fc.property(aPreset, aNow, (preset, now) => {
        const { from, to } = presetRange(preset, now);
        const today = now.toFormat('yyyy-MM-dd');
        expect(from <= today && today <= to).toBe(true);
      }),
    );
  });

  it('are known again by their days', () => {
    fc.assert(
      fc.property(aPreset, aNow, (preset, now) => {
        expect(presetOf(presetRange(preset, now), now)).toBe(preset);
      }),
    );
  });

  it.each([
    ['today', '2026-11-28', '2026-11-28'],
    ['7-days', '2026-11-22', '2026-11-28'],
    ['month', '2026-11-01', '2026-11-30'],
    ['quarter', '2026-10-01', '2026-12-31'],
    ['year', '2026-01-01', '2026-12-31'],
  ] as const)('%s is %s to %s', (preset, from, to) => {
    const now = DateTime.fromISO('2026-11-28T23:30', { zone: 'Europe/Berlin' });
    expect(presetRange(preset, now)).toEqual({ from, to });
  });
});

describe('the address', () => {
  it('keeps the days and everything else', () => {
    fc.assert(
      fc.property(aRange, range => {
        const params = writeRange(new URLSearchParams('scope=b-1'), range);
        expect(readRange(params)).toEqual(range);
        expect(params.get('scope')).toBe('b-1');
      }),
    );
  });

  it.each([
    '',
    'from=2026-11-01',
    'from=2026-11-01&to=2026-10-01',
    'from=2026-02-30&to=2026-03-01',
    'from=now-7d&to=now',
  ])('of %j names no days', text => {
    expect(readRange(new URLSearchParams(text))).toBeUndefined();
  });
});

describe('rangeMoments', () => {
  it('are whole days of the zone, also when the clock changes', () => {
    fc.assert(
      fc.property(aRange, aZone, (range, zone) => {
        const { start, end } = rangeMoments(range, zone);
        const last = DateTime.fromISO(end, { zone }).minus({ milliseconds: 1 });
        expect(DateTime.fromISO(start, { zone }).toISODate()).toBe(range.from);
        expect(last.toISODate()).toBe(range.to);
      }),
    );
  });
});

it.each([
  ['2026-11-03', '2026-11-03', '3 Nov 2026'],
  ['2026-11-01', '2026-11-30', '1–30 Nov 2026'],
  ['2026-11-28', '2026-12-03', '28 Nov – 3 Dec 2026'],
  ['2025-11-01', '2026-12-03', '1 Nov 2025 – 3 Dec 2026'],
])('says %s to %s as %s', (from, to, text) => {
  expect(rangeText({ from, to })).toBe(text);
});
