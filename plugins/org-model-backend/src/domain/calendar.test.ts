import type { Cadence } from '@squadron/plugin-org-model-common';
import { group, indexOf } from '../__testUtils__/records';
import { describeCalendar } from './calendar';
import { describeRhythm } from './rhythm';

const cadence = (id: string, fields: Partial<Cadence> = {}): Cadence => ({
  id,
  title: id,
  kind: 'meeting',
  every: 'month',
  starts: '2026-01-01',
  with: [],
  ...fields,
});

const index = indexOf([
  group('company', {
    type: 'organization',
    timeZone: 'Europe/Berlin',
    cadences: [cadence('all-hands', { on: 'day 1', at: '09:00' })],
  }),
  group('squad-a', {
    parent: 'company',
    title: 'Squad A, the first',
    cadences: [
      cadence('drill', {
        kind: 'exercise',
        on: 'day 2',
        lasts: '2 days',
        with: ['squad-a'],
      }),
      cadence('sync', { every: 'week', timeZone: 'UTC', at: '10:00' }),
      cadence('broken', { every: 'sometimes' }),
    ],
  }),
]);

describe('describeRhythm', () => {
  const period = { groups: [], from: '2026-03-01', to: '2026-03-31' };

  it('lists cadences of a group and below with their dates in order', () => {
    const { cadences, occurrences } = describeRhythm(index, period);
    expect(cadences.map(({ key }) => key)).toEqual([
      'group:default/company#all-hands',
      'group:default/squad-a#drill',
      'group:default/squad-a#sync',
    ]);
    expect(occurrences[0]).toEqual({
      cadence: 'group:default/company#all-hands',
      start: '2026-03-01T08:00:00Z',
      end: '2026-03-01T09:00:00Z',
    });
    const starts = occurrences.map(({ start }) => start);
    expect(starts).toEqual([...starts].sort());
  });

  it('inherits the zone of the group above and says the rule in words', () => {
    const { cadences } = describeRhythm(index, period);
    expect(cadences.map(({ timeZone }) => timeZone)).toEqual([
      'Europe/Berlin',
      'Europe/Berlin',
      'UTC',
    ]);
    expect(cadences[0].rule).toBe('every month on day 1 at 09:00');
  });

  it('has what began before the period and still runs', () => {
    const { occurrences } = describeRhythm(index, {
      groups: ['group:default/squad-a'],
      from: '2026-03-03',
      to: '2026-03-03',
    });
    expect(occurrences).toEqual([
      {
        cadence: 'group:default/squad-a#drill',
        start: '2026-03-02',
        end: '2026-03-04',
      },
    ]);
  });

  it('keeps to the group and the kind', () => {
    const { cadences } = describeRhythm(index, {
      ...period,
      groups: ['group:default/squad-a'],
      kind: 'exercise',
    });
    expect(cadences.map(({ id }) => id)).toEqual(['drill']);
  });
});

describe('what a group takes part in', () => {
  const parts = indexOf([
    group('company', {
      type: 'organization',
      cadences: [
        cadence('reviews'),
        cadence('board', { with: ['executive-team'] }),
      ],
    }),
    group('executive-team', { parent: 'company', type: 'executive-team' }),
    group('division', { parent: 'company', type: 'division' }),
    group('squad', { parent: 'division', cadences: [cadence('sync')] }),
    group('sre', {
      parent: 'company',
      cadences: [cadence('game-day', { with: ['division', 'in words'] })],
    }),
  ]);
  const of = (...names: string[]) =>
    describeRhythm(parts, {
      groups: names.map(name => `group:default/${name}`),
      from: '2026-03-01',
      to: '2026-03-31',
    }).cadences.map(({ id, invited }) => `${id}${invited ? ', invited' : ''}`);

  it('is what names it or a group above it, and what names nobody above it', () => {
    const asked = ['reviews, invited', 'game-day, invited'];
    expect(of('squad').sort()).toEqual([...asked, 'sync'].sort());
    expect(of('division').sort()).toEqual([...asked, 'sync'].sort());
    expect(of('executive-team').sort()).toEqual(
      ['board, invited', 'reviews, invited'].sort(),
    );
  });

  it('is nothing more when the whole tree is asked for', () => {
    expect(of('company').sort()).toEqual(of().sort());
    expect(of('company')).not.toContain('reviews, invited');
  });
});

describe('describeCalendar', () => {
  const at = (now: string) =>
    describeCalendar(index, 'group:default/squad-a', new Date(now));
  const text = at('2026-06-15T12:00:00Z');
  const lines = text.split('\r\n');

  it('is one event for each date from a year back to 18 months ahead', () => {
    const starts = lines.filter(line => line.startsWith('DTSTART'));
    expect(starts).toContain('DTSTART:20260101T100000Z');
    expect(starts).toContain('DTSTART;VALUE=DATE:20260302');
    expect(starts).toContain('DTSTART;VALUE=DATE:20271202');
    expect(starts).not.toContain('DTSTART;VALUE=DATE:20280102');
  });

  it('names those who take part as the pages do', () => {
    expect(text.replace(/\r\n /g, '')).toContain('With: Squad A\\, the first');
  });

  it('names an event the same whenever it is asked', () => {
    const uids = (calendar: string) => calendar.match(/^UID:.*$/gm)!;
    const later = at('2026-07-15T12:00:00Z');
    const known = new Set(uids(text));
    expect(known.size).toBe(uids(text).length);
    const shared = uids(later).filter(uid => known.has(uid));
    expect(shared.length).toBeGreaterThan(uids(later).length * 0.9);
  });
});
