import { DateTime } from 'luxon';
import type { GroupCadence, Occurrence } from './answers';

/** Text with the characters escaped that iCalendar gives a meaning. */
function escape(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
}

/** Folds a line at 75 octets, never inside a character. */
function fold(line: string): string {
  // Each UTF-16 unit is three octets at most, so a short line needs no counting.
  if (line.length <= 25) return line;
  const encoder = new TextEncoder();
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

const toText = (lines: string[]) =>
  lines.map(line => `${fold(line)}\r\n`).join('');

const basic = (text: string) => text.replace(/\.\d+/, '').replace(/[-:]/g, '');

function time(name: string, text: string): string {
  return text.includes('T')
    ? `${name}:${basic(new Date(text).toISOString())}`
    : `${name};VALUE=DATE:${basic(text)}`;
}

/** Stays the same while the cadence and its local day stay, so that a moved time moves the event and makes no second. */
function uidOf({ key, timeZone }: GroupCadence, start: string): string {
  const day = start.includes('T')
    ? DateTime.fromISO(start, { zone: timeZone }).toISODate()!
    : start;
  return `${encodeURIComponent(key)}-${basic(day)}@org-model.squadron`;
}

function describe(cadence: GroupCadence): string {
  const lines = [
    `${cadence.groupTitle}, ${cadence.rule} (${cadence.timeZone})`,
    cadence.with.length > 0 && `With: ${cadence.with.join(', ')}`,
    cadence.note,
    cadence.source && `Source: ${cadence.source}`,
  ];
  return lines.filter(Boolean).join('\n');
}

function toEvent(
  { start, end }: Occurrence,
  cadence: GroupCadence,
  stamp: string,
): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uidOf(cadence, start)}`,
    `DTSTAMP:${stamp}`,
    time('DTSTART', start),
    time('DTEND', end),
    `SUMMARY:${escape(`${cadence.title} · ${cadence.groupTitle}`)}`,
    `DESCRIPTION:${escape(describe(cadence))}`,
    `CATEGORIES:${cadence.kind}`,
    // Whoever follows the rhythm of a group is not busy because of it.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** The events of a calendar (RFC 5545), for {@link toCalendar}; dates of unknown cadences are left out. */
export function toCalendarEvents(options: {
  cadences: readonly GroupCadence[];
  occurrences: readonly Occurrence[];
  /** When the cadences were read. */
  at: Date;
}): string {
  const stamp = basic(options.at.toISOString());
  const cadences = new Map(options.cadences.map(each => [each.key, each]));
  const lines = options.occurrences.flatMap(occurrence => {
    const cadence = cadences.get(occurrence.cadence);
    return cadence ? toEvent(occurrence, cadence, stamp) : [];
  });
  return toText(lines);
}

/** A whole calendar (RFC 5545), as a file or a feed that is asked for every hour. */
export function toCalendar(name: string, events: string): string {
  const head = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Squadron//Org model//EN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escape(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
  ];
  return `${toText(head)}${events}${toText(['END:VCALENDAR'])}`;
}
