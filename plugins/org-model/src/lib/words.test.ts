import { company, group } from './testing/groupTree';
import {
  answerFor,
  bareTitle,
  lacksLead,
  shortLead,
  spokenGroup,
} from './words';

describe('words of the organization', () => {
  it('take the code and the group out of what stands beside them', () => {
    const squad = company[4];
    expect(bareTitle(squad)).toBe('Compute');
    expect(shortLead(squad)).toBe('Lead');
    expect(shortLead(company[3])).toBe('Grace Hopper');
    expect(
      bareTitle(group('x', undefined, { title: 'B-1', code: 'B-1' })),
    ).toBe('B-1');
  });

  it('miss a lead only where there should be one', () => {
    expect(company.filter(lacksLead).map(({ name }) => name)).toEqual([
      'company',
      'squad-a-1',
    ]);
  });

  it('answer how much organization there is', () => {
    expect(answerFor(company, [company[0]])).toBe(
      '9 people in 8 groups, 2 without a lead, 1 planned.',
    );
    expect(answerFor([company[4]], [company[4]])).toBe(
      '0 people in 1 group, all led.',
    );
    expect(answerFor([], [])).toBe('');
  });

  it('tell a screen reader all of a card', () => {
    expect(spokenGroup(company[0], ['3 open seats'])).toBe(
      'Company, organization, 9 people, 4 systems, 7 below, 3 open seats',
    );
    expect(spokenGroup(company[7])).toBe(
      'APAC Hub, squad, planned, 0 people, 0 systems',
    );
  });
});
