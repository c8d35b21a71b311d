import fc from 'fast-check';
import { aCadence, anOccurrence } from '../../../__testUtils__/cadences';
import { toIcs } from './ics';

const at = new Date('2026-11-24T12:00:00.000Z');

function unfold(text: string) {
  return text.replace(/\r\n /g, '').split('\r\n');
}

describe('toIcs', () => {
  it('writes timed events in UTC and whole days as dates', () => {
    const lines = unfold(
      toIcs({
        name: 'Rhythm of B-1',
        cadences: [aCadence({ with: ['SRE; leads'], note: 'Bring\ndata' })],
        occurrences: [
          anOccurrence('2026-11-24T09:00:00.000Z'),
          anOccurrence('2026-12-01', { end: '2026-12-02' }),
        ],
        at,
      }),
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        'DTSTART:20261124T090000Z',
        'DTEND:20261124T091500Z',
        'DTSTART;VALUE=DATE:20261201',
        'DTEND;VALUE=DATE:20261202',
        'SUMMARY:Sprint planning (B-1 Compute Platform)',
        'DESCRIPTION:every 2 weeks on Tuesday at 10:00\\nWith SRE\\; leads\\nBring\\ndata',
      ]),
    );
    expect(lines.filter(line => line === 'BEGIN:VEVENT')).toHaveLength(2);
  });

  it('folds any text at 75 octets without losing a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
        title => {
          fc.pre(!/[\r\n]/.test(title));
          const text = toIcs({
            name: title,
            cadences: [],
            occurrences: [],
            at,
          });
          for (const line of text.split('\r\n')) {
            expect(new TextEncoder().encode(line).length).toBeLessThan(76);
          }
          const name = unfold(text)[3].slice('X-WR-CALNAME:'.length);
          expect(name.replace(/\\([\\;,])/g, '$1')).toBe(title);
        },
      ),
    );
  });
});
