import fc from 'fast-check';
import { toCalendar, toCalendarEvents } from './calendar';
import type { GroupCadence } from './answers';

const at = new Date('2026-11-24T12:00:00.000Z');
const planning: GroupCadence = {
  id: 'planning',
  title: 'Sprint planning',
  kind: 'planning',
  every: '2 weeks',
  starts: '2026-01-06',
  with: [],
  group: 'group:default/squad-b-1',
  groupTitle: 'B-1 Compute, the first',
  timeZone: 'America/New_York',
  rule: 'every 2 weeks on Tuesday',
  invited: false,
  key: 'group:default/squad-b-1#planning',
};

const unfold = (text: string) => text.replace(/\r\n /g, '').split('\r\n');

function linesOf(
  dates: { start: string; end: string }[],
  fields: Partial<GroupCadence> = {},
) {
  const cadence = { ...planning, ...fields };
  const events = toCalendarEvents({
    cadences: [cadence],
    occurrences: dates.map(date => ({ cadence: cadence.key, ...date })),
    at,
  });
  return unfold(toCalendar('Rhythm', events));
}

describe('toCalendarEvents', () => {
  it('writes timed events in UTC and whole days as dates', () => {
    const lines = linesOf(
      [
        { start: '2026-11-24T09:00:00Z', end: '2026-11-24T09:15:00Z' },
        { start: '2026-12-01', end: '2026-12-02' },
      ],
      { with: ['SRE; leads'], note: 'Bring\ndata' },
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        'DTSTART:20261124T090000Z',
        'DTEND:20261124T091500Z',
        'DTSTART;VALUE=DATE:20261201',
        'DTEND;VALUE=DATE:20261202',
        'SUMMARY:Sprint planning · B-1 Compute\\, the first',
        'DESCRIPTION:B-1 Compute\\, the first\\, every 2 weeks on Tuesday (America/New_York)\\nWith: SRE\\; leads\\nBring\\ndata',
      ]),
    );
    expect(lines.filter(line => line === 'BEGIN:VEVENT')).toHaveLength(2);
  });

  it('names an event by its cadence and local day, so that a new time moves it', () => {
    const uid = (start: string) =>
      linesOf([{ start, end: '2027-01-01T00:00:00Z' }]).find(line =>
        line.startsWith('UID:'),
      );
    // 10:00 and 20:00 in New York, which is the next day in UTC.
    expect(uid('2026-11-25T01:00:00Z')).toBe(uid('2026-11-24T15:00:00Z'));
    expect(uid('2026-11-25T15:00:00Z')).not.toBe(uid('2026-11-24T15:00:00Z'));
    expect(uid('2026-11-24')).toBe(uid('2026-11-24T15:00:00Z'));
  });

  it('leaves out dates of which it does not know the cadence', () => {
    const date = { cadence: 'x', start: '2026-12-01', end: '2026-12-02' };
    expect(
      toCalendarEvents({ cadences: [planning], occurrences: [date], at }),
    ).toBe('');
  });
});

describe('toCalendar', () => {
  it('folds any name at 75 octets without losing a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
        name => {
          fc.pre(!/[\r\n]/.test(name));
          const text = toCalendar(name, '');
          for (const line of text.split('\r\n')) {
            expect(new TextEncoder().encode(line).length).toBeLessThan(76);
          }
          const written = unfold(text)[4].slice('X-WR-CALNAME:'.length);
          expect(written.replace(/\\([\\;,])/g, '$1')).toBe(name);
        },
      ),
    );
  });
});
