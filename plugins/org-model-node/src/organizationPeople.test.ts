import documents from './fixtures/documents.json';
import {
  Organization,
  slug,
  specOf,
  wordsLost,
} from './__testUtils__/organization';

let org: Organization;

beforeAll(async () => {
  org = await Organization.load();
});

describe('people', () => {
  it('lead every division, squad, department and pod, and every council', () => {
    for (const type of [
      'division',
      'squad',
      'department',
      'pod',
      'team',
      'council',
    ]) {
      for (const { metadata, spec } of org.ofType('Group', type)) {
        const lead = String(spec?.lead).replace('user:default/', '');
        expect({
          group: metadata.name,
          lead: org.find('User', lead).kind,
        }).toEqual({
          group: metadata.name,
          lead: 'User',
        });
      }
    }
  });

  it('are named lead-<code> when they lead a division, squad or pod', () => {
    for (const type of ['division', 'squad', 'pod']) {
      for (const { metadata, spec } of org.ofType('Group', type)) {
        const key = metadata.name.replace(/^[a-z]+-/, '');
        expect(spec?.lead).toBe(`user:default/lead-${key}`);
      }
    }
  });

  it('are at least two engineers beside the lead in a squad with an on-call', () => {
    const onCall = org
      .ofType('Group', 'squad')
      .filter(({ spec }) => spec?.onCall);
    expect(onCall.length).toBeGreaterThan(0);
    for (const { metadata } of org.ofType('Group', 'squad')) {
      const engineers = org
        .homesOf(metadata.name)
        .filter(user => user.metadata.name.startsWith('engineer-'));
      const least = onCall.some(each => each.metadata.name === metadata.name)
        ? 2
        : 1;
      expect(engineers.length).toBeGreaterThanOrEqual(least);
    }
  });

  it('joined recently in a few squads', () => {
    const joined = org.entities.filter(({ spec }) => spec?.joinedAt);
    expect(joined.length).toBeGreaterThanOrEqual(6);
    expect(specOf(org.find('User', 'engineer-b-1-2')).joinedAt).toBeDefined();
  });

  it('hold the roles of the executive team with their tasks', () => {
    const team = org.said('executive-team');
    for (const { label, text } of documents.executives) {
      expect(wordsLost(`${label} ${text}`, team)).toEqual([]);
    }
    expect(
      org.homesOf('executive-team').map(({ metadata }) => metadata.name),
    ).toEqual(['ceo', 'cto', 'coo', 'cro', 'ciso', 'cpo', 'cipo']);
  });

  it('hold the key roles with their responsibilities and measures', () => {
    const departments = documents.departments.map(
      row => `department-${slug(row.Department)}`,
    );
    const all = org.said('executive-team', ...departments);
    for (const row of documents.roles) {
      const text = `${row['Primary Responsibilities']} ${row['KPI / Output']}`;
      expect(wordsLost(text, all)).toEqual([]);
    }
  });
});
