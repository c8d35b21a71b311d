import { company, group } from '../__testUtils__/groupTree';
import {
  answerFor,
  bareTitle,
  fullLead,
  lacksLead,
  shortLead,
  spokenGroup,
  typeWords,
} from './words';

describe('words of the organization', () => {
  it('take the code and the group out of what stands beside them', () => {
    const squad = company[4];
    expect(bareTitle(squad)).toBe('Compute');
    expect(
      bareTitle(group('x', undefined, { title: 'B-1', code: 'B-1' })),
    ).toBe('B-1');
  });

  it.each([
    ['Chief Infrastructure & Platform Officer', 'Infrastructure & Platform'],
    ['VP Customer Success', 'Customer Success'],
    ['Lead, B-1 Compute', 'B-1 Compute'],
    ['Grace Hopper', 'B-1 Compute'],
  ])('keep the whole of the lead %s of %s', (leadTitle, title) => {
    expect(shortLead(group('x', undefined, { leadTitle, title }))).toBe(
      leadTitle,
    );
  });

  it('leave out the group after the comma alone, and name the squad of a unit', () => {
    const node = group('x', undefined, {
      title: 'B-1 Compute',
      leadTitle: 'Engineering Manager, B-1 Compute',
    });
    expect(shortLead(node)).toBe('Engineering Manager');
    const unit = { ...node, type: 'unit', leadThrough: 'B-1 Compute' };
    expect(fullLead(unit)).toBe(
      'Engineering Manager, B-1 Compute, through B-1 Compute',
    );
    expect(spokenGroup(unit)).not.toMatch(/people/);
    expect(typeWords('executive-team')).toBe('Executive team');
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
