import type {
  GroupCadence,
  Occurrence,
} from '@squadron/plugin-org-model-common';

const encoder = new TextEncoder();

/** Text with the characters escaped that iCalendar gives a meaning. */
function escape(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

/** Folds a line at 75 octets, never inside a character. */
function fold(line: string): string {
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

const basic = (text: string) => text.replace(/\.\d+/, '').replace(/[-:]/g, '');

function time(name: string, text: string): string {
  return text.includes('T')
    ? `${name}:${basic(new Date(text).toISOString())}`
    : `${name};VALUE=DATE:${basic(text)}`;
}

function event(
  occurrence: Occurrence,
  cadence: GroupCadence,
  stamp: string,
): string[] {
  const description = [
    cadence.rule,
    cadence.with.length ? `With ${cadence.with.join(', ')}` : '',
    cadence.note ?? '',
    cadence.source ? `Source: ${cadence.source}` : '',
  ].filter(Boolean);
  return [
    'BEGIN:VEVENT',
    `UID:${encodeURIComponent(occurrence.cadence)}-${basic(occurrence.start)}@squadron`,
    `DTSTAMP:${stamp}`,
    time('DTSTART', occurrence.start),
    time('DTEND', occurrence.end),
    `SUMMARY:${escape(`${cadence.title} (${cadence.groupTitle})`)}`,
    `DESCRIPTION:${escape(description.join('\n'))}`,
    `CATEGORIES:${cadence.kind.toLocaleUpperCase('en')}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** A calendar file (RFC 5545) of dates that are already known. */
export function toIcs(options: {
  name: string;
  cadences: GroupCadence[];
  occurrences: Occurrence[];
  at: Date;
}): string {
  const stamp = basic(options.at.toISOString());
  const cadences = new Map(options.cadences.map(each => [each.key, each]));
  const events = options.occurrences.flatMap(occurrence => {
    const cadence = cadences.get(occurrence.cadence);
    return cadence ? event(occurrence, cadence, stamp) : [];
  });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Squadron//Rhythm//EN',
    `X-WR-CALNAME:${escape(options.name)}`,
    ...events,
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}
