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

  it('tells an executive who leads nothing what is missing anywhere', () => {
    const led = indexOf(
      [
        group('company', { type: 'organization', lead: 'ceo' }),
        group('board', { parent: 'company', type: 'executive-team' }),
      ],
      [person('ceo', ['company']), person('cfo', ['board'])],
    );
    const { attention } = describeMe(
      led,
      'user:default/cfo',
      new Date('2026-04-01'),
      undefined,
    );
    expect(attention.map(({ text }) => text)).toContain(
      'Groups without a lead in company',
    );
  });

  it('tells a lead of groups that own far more than others', () => {
    const squads = ['a', 'b', 'c', 'd', 'e'].map(name =>
      group(name, { parent: 'division', lead: 'boss' }),
    );
    const heavy = indexOf(
      [group('division', { lead: 'boss', type: 'division' }), ...squads],
      ['a', 'b', 'c', 'd', 'e']
        .map(name => person(name, [name]))
        .concat(person('boss', ['division'])),
      Array.from({ length: 9 }, (_, i) => component(`c${i}`, { owner: 'a' })),
    );
    const { attention } = describeMe(
      heavy,
      'user:default/boss',
      new Date('2026-04-01'),
      undefined,
    );
    expect(attention).toEqual([
      {
        text: 'Groups that own far more than others of their type in division',
        count: 1,
        to: '/org/ownership?scope=division',
      },
    ]);
  });

  it.each([
    ['2026-03-31T08:00:00Z', 'Sprint planning, tomorrow 09:00 Europe/Berlin'],
    ['2026-04-01T06:59:00Z', 'Sprint planning, today 09:00 Europe/Berlin'],
    ['2026-04-01T07:00:00Z', 'Shift, tomorrow'],
    ['2026-04-02T22:30:00Z', undefined],
    ['2026-04-30T12:00:00Z', 'All hands, tomorrow'],
  ])(
    'names the next date of the own groups, or of all below one above, at %s',
    (now, text) => {
      const cadence = {
        kind: 'meeting' as const,
        every: 'year',
        with: [],
      };
      const planning = indexOf(
        [
          group('company', {
            lead: 'ceo',
            cadences: [
              {
                ...cadence,
                id: 'all-hands',
                title: 'All hands',
                starts: '2026-05-01',
              },
              {
                ...cadence,
                id: 'others',
                title: 'Board',
                starts: '2026-05-01',
                with: ['board'],
              },
            ],
          }),
          group('squad-a', {
            parent: 'company',
            lead: 'ann',
            timeZone: 'Europe/Berlin',
            cadences: [
              {
                ...cadence,
                id: 'planning',
                title: 'Sprint planning',
                starts: '2026-04-01',
                at: '09:00',
              },
              { ...cadence, id: 'shift', title: 'Shift', starts: '2026-04-02' },
            ],
          }),
        ],
        [person('ann', ['squad-a'])],
      );
      const { attention } = describeMe(
        planning,
        'user:default/ann',
        new Date(now),
        undefined,
      );
      expect(attention).toEqual(
        text ? [{ text, count: 1, to: '/rhythm?scope=_mine&view=list' }] : [],
      );
    },
  );

  it('tells who may mend them of errors in the definitions', () => {
    const [first] = waiting('boss', '2026-04-01', broken);
    expect(first).toEqual([
      expect.stringContaining('definitions of the organization have errors'),
      1,
    ]);
    expect(waiting('ann', '2026-04-01', broken)).toHaveLength(1);
  });
});
