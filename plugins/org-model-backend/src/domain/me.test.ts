import type { DefinitionsStatus } from '@squadron/plugin-org-model-common';
import { component, group, indexOf, person } from '../__testUtils__/records';
import { describeMe } from './me';

const index = indexOf(
  [
    group('company', { type: 'organization', lead: 'ceo' }),
    group('board', { parent: 'company', type: 'executive-team', lead: 'ceo' }),
    group('division-a', { parent: 'company', lead: 'boss', roles: ['sre'] }),
    group('squad-a-1', { parent: 'division-a', title: 'A-1' }),
    group('squad-a-2', { parent: 'division-a', roles: ['engineer'] }),
  ],
  [
    person('ceo', ['board']),
    person('boss', ['division-a']),
    person('ann', ['squad-a-1'], { joinedAt: '2026-03-01' }),
  ],
  [component('lost', { system: 'squad-a-2' })],
);

const broken: DefinitionsStatus = {
  status: 'stale',
  problems: [
    { severity: 'error', message: 'x' },
    { severity: 'warning', message: 'y' },
  ],
};

const me = (name: string, at = '2026-04-01', definitions?: DefinitionsStatus) =>
  describeMe(index, `user:default/${name}`, new Date(at), definitions);
const waiting = (...args: Parameters<typeof me>) =>
  me(...args).attention.map(({ text, count }) => [text, count]);

describe('describeMe', () => {
  it('takes the role from the nearest group that says it', () => {
    expect(me('ann').roles).toEqual(['sre', 'new-hire']);
    expect(me('ann', '2026-05-30').roles).toContain('new-hire');
    expect(me('ann', '2026-05-31').roles).toEqual(['sre']);
    expect(me('boss').roles).toEqual(['sre', 'manager']);
    expect(me('ceo').roles).toEqual(['manager', 'executive']);
  });

  it('lists own groups, home first, and those led', () => {
    expect(me('ceo').groups).toMatchObject([
      { name: 'board', leads: true },
      { name: 'company', leads: true },
    ]);
  });

  it('knows nothing of a person who is not in the tree', () => {
    expect(me('ghost')).toEqual({
      person: undefined,
      groups: [],
      roles: [],
      attention: [],
    });
  });

  it('tells a lead what is missing below, and a member who leads nobody', () => {
    expect(waiting('boss')).toEqual([
      ['Software without an owner in division-a', 1],
      ['Groups without a lead in division-a', 2],
      ['Groups with nobody in them in division-a', 1],
    ]);
    expect(waiting('ann')).toEqual([['A-1 has no lead', 1]]);
    expect(me('boss').attention[0].to).toBe('/org/ownership?scope=division-a');
  });

  it('tells a lead of several groups once of what hangs below both', () => {
    const texts = waiting('ceo').map(([text]) => text);
    expect(texts).toContain('Groups without a lead in company');
    expect(texts).not.toContain('Groups without a lead in board');
  });

  it('tells who may mend them of errors in the definitions', () => {
    const [first] = waiting('boss', '2026-04-01', broken);
    expect(first).toEqual([
      expect.stringContaining('definitions of the organization have errors'),
      1,
    ]);
    expect(waiting('ann', '2026-04-01', broken)).toHaveLength(1);
  });
});
