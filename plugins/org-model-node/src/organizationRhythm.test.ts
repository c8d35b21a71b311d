import {
  Cadence,
  cadenceDates,
  charterSchema,
} from '@squadron/plugin-org-model-common';
import { squads } from './__testUtils__/documents';
import { Organization, wordsLost } from './__testUtils__/organization';
import documents from './fixtures/documents.json';

const year = { from: '2026-11-01', to: '2027-10-31' };
const zone = 'UTC';

/** How the documents say how often, and what a cadence says. */
const frequencies: [RegExp, string][] = [
  [/quarterly/i, 'quarter'],
  [/monthly/i, 'month'],
  [/(?<!bi-)weekly/i, 'week'],
  [/bi-weekly|2-week|each sprint/i, '2 weeks'],
  [/bi-annual|semi-annually|twice per year/i, 'half-year'],
  [/every 90 days/i, '90 days'],
  [/24h certificate/i, 'day'],
];

const sentences = [
  ...documents.operations.map(({ label, text }) => `${label ?? ''} ${text}`),
  ...documents.programme.flatMap(({ label, text }) =>
    text.split(/[;,] /).map(part => `${label ?? ''} ${part}`),
  ),
  ...documents.pods.flatMap(({ cadence }) => cadence),
  ...documents.objectives.flatMap(({ keyResults }) =>
    keyResults.map(({ text }) => text),
  ),
  ...squads.flatMap(({ responsibilities, trees }) =>
    [
      ...responsibilities,
      ...trees.flatMap(tree => tree.responsibilities),
    ].flatMap(text => text.split(', ')),
  ),
];
const repeated = sentences.flatMap(sentence =>
  frequencies
    .filter(([pattern]) => pattern.test(sentence))
    .map(([, every]) => ({ sentence: sentence.trim(), every })),
);

let cadences: (Cadence & { group: string; attendees: string[] })[];

beforeAll(async () => {
  const org = await Organization.load();
  cadences = org.entities
    .filter(({ kind }) => kind === 'Group')
    .flatMap(({ metadata, spec }) => {
      const charter = charterSchema.parse(spec);
      const members = org
        .membersOf(metadata.name)
        .map(user => user.metadata.name);
      const lead = charter.lead?.replace('user:default/', '');
      return charter.cadences.map(cadence => ({
        ...cadence,
        group: metadata.name,
        attendees: lead ? [...members, lead] : members,
      }));
    });
});

describe('the rhythm of the organization', () => {
  it('is known for more than twenty sentences of the documents', () => {
    expect(repeated.length).toBeGreaterThan(20);
  });

  it.each(repeated)('has "$sentence" every $every', ({ sentence, every }) => {
    const shared = (cadence: Cadence) => {
      // The first letters of a word stand for its forms: roadmap and roadmaps.
      const words = sentence
        .split(/[^\p{L}\p{N}]+/u)
        .filter(word => word.length > 3)
        .map(word => word.slice(0, 6));
      const { title, note, source } = cadence;
      const text = `${title} ${note ?? ''} ${source ?? ''}`;
      return words.filter(word => wordsLost(word, text).length === 0).length;
    };
    const found = cadences.filter(
      cadence => cadence.every === every && shared(cadence) >= 2,
    );
    expect(found).not.toEqual([]);
  });

  it('takes place in the year to come, with a source for each cadence', () => {
    for (const cadence of cadences) {
      const dates = cadenceDates(cadence, year, zone);
      const { group, id, source } = cadence;
      expect({ group, id, dates: dates.length, source }).toEqual({
        group,
        id,
        dates: expect.any(Number),
        source: expect.any(String),
      });
      expect(dates).not.toEqual([]);
    }
  });

  it('meets on working days and within business hours', () => {
    for (const cadence of cadences.filter(({ at }) => at)) {
      for (const { start } of cadenceDates(cadence, year, zone)) {
        const date = new Date(start);
        expect([1, 2, 3, 4, 5]).toContain(date.getUTCDay());
        expect(date.getUTCHours()).toBeGreaterThanOrEqual(8);
        expect(date.getUTCHours()).toBeLessThan(18);
      }
    }
  });

  it('asks nobody to be in two meetings at once', () => {
    const meetings = cadences
      .filter(({ at }) => at)
      .flatMap(cadence =>
        cadenceDates(cadence, year, zone).map(date => ({ ...date, cadence })),
      )
      .sort((a, b) => a.start.localeCompare(b.start));
    const clashes = meetings.flatMap((meeting, i) =>
      meetings
        .slice(i + 1)
        .filter(({ start }) => start < meeting.end)
        .filter(({ cadence }) =>
          cadence.attendees.some(person =>
            meeting.cadence.attendees.includes(person),
          ),
        )
        .map(({ start, cadence }) => [start, meeting.cadence.id, cadence.id]),
    );
    expect(clashes).toEqual([]);
  });
});
