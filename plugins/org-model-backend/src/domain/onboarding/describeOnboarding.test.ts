import { onboardingSchema } from '@squadron/plugin-org-model-common';
import type { Checklist, ChecklistTask } from '@squadron/plugin-org-model-node';
import fc from 'fast-check';
import { group, indexOf, person } from '../../__testUtils__/records';
import { describeOnboarding } from './describeOnboarding';

const item = (
  id: string,
  phase: 'day' | 'week' | 'month' = 'day',
  task: ChecklistTask = { kind: 'do' },
) => ({ id, title: `Do ${id}`, phase, task });

const checklists: Checklist[] = [
  {
    id: 'all',
    title: 'Everyone',
    roles: ['everyone'],
    items: [item('sit'), item('eat', 'month')],
  },
  {
    id: 'engineer',
    title: 'Engineer',
    roles: ['engineer'],
    items: [
      item('code'),
      item('path', 'month', { kind: 'create', link: '/create' }),
    ],
  },
  { id: 'sre', title: 'SRE', roles: ['sre'], items: [item('page')] },
  {
    id: 'manager',
    title: 'Manager',
    roles: ['manager', 'sre'],
    items: [item('plan', 'week')],
  },
];

const index = indexOf(
  [
    group('company', { type: 'organization' }),
    group('squad-a', { parent: 'company', lead: 'boss', roles: ['engineer'] }),
    group('squad-b', { parent: 'company', roles: ['engineer', 'sre'] }),
  ],
  [
    person('ann', ['squad-a'], { joinedAt: '2026-11-09' }),
    person('boss', ['squad-a']),
    person('bob', ['squad-b']),
    person('eve', ['company']),
  ],
);

const at = (day: string) => new Date(`${day}T12:00:00Z`);
const onboardingOf = (name: string, ticks: [string, Date][] = []) =>
  onboardingSchema.parse(
    describeOnboarding({
      index,
      checklists,
      userRef: `user:default/${name}`,
      ticks: new Map(ticks),
      now: at('2026-11-28'),
    }),
  );
const idsOf = (name: string) =>
  onboardingOf(name).phases.map(({ phase, items }) => [
    phase,
    items.map(({ id }) => id),
  ]);

describe('describeOnboarding', () => {
  it.each([
    [
      'ann',
      [
        ['day', ['sit', 'code']],
        ['month', ['eat', 'path']],
      ],
    ],
    [
      'boss',
      [
        ['day', ['sit', 'code']],
        ['week', ['plan']],
        ['month', ['eat', 'path']],
      ],
    ],
    [
      'bob',
      [
        ['day', ['sit', 'code', 'page']],
        ['week', ['plan']],
        ['month', ['eat', 'path']],
      ],
    ],
    [
      'eve',
      [
        ['day', ['sit']],
        ['month', ['eat']],
      ],
    ],
  ])('gives %s the checklists of their roles as one', (name, phases) => {
    expect(idsOf(name)).toEqual(phases);
  });

  it('says who joined lately', () => {
    expect(onboardingOf('ann')).toMatchObject({
      isNew: true,
      person: { name: 'ann', joinedAt: '2026-11-09' },
      checklists: [
        { id: 'all', title: 'Everyone' },
        { id: 'engineer', title: 'Engineer' },
      ],
    });
    expect(onboardingOf('bob').isNew).toBe(false);
  });

  it('asks nothing of somebody whom the tree does not have', () => {
    expect(onboardingOf('ghost')).toEqual({
      isNew: false,
      checklists: [],
      phases: [],
      done: 0,
      total: 0,
    });
  });

  it('shows what is ticked and when last, and no tick of an item that is gone', () => {
    const { done, total, lastDoneAt, phases } = onboardingOf('ann', [
      ['code', at('2026-11-20')],
      ['sit', at('2026-11-21')],
      ['gone', at('2026-11-27')],
    ]);
    expect([done, total, lastDoneAt]).toEqual([
      2,
      3,
      '2026-11-21T12:00:00.000Z',
    ]);
    expect(phases[0].items.map(({ doneAt }) => doneAt)).toEqual([
      '2026-11-21T12:00:00.000Z',
      '2026-11-20T12:00:00.000Z',
    ]);
  });

  it('counts nothing that does not apply now, even if it was ticked once', () => {
    const { done, total, phases } = onboardingOf('ann', [
      ['path', at('2026-11-20')],
    ]);
    expect([done, total]).toEqual([0, 3]);
    expect(phases[1].items[1]).toMatchObject({
      id: 'path',
      unavailable: 'The portal has no such golden path yet',
    });
    expect(phases[1].items[1].doneAt).toBeUndefined();
  });

  it('never counts more than there is, whatever was ticked', () => {
    const ids = ['sit', 'eat', 'code', 'path', 'page', 'plan', 'gone'];
    fc.assert(
      fc.property(
        fc.constantFrom('ann', 'boss', 'bob', 'eve', 'ghost'),
        fc.subarray(ids),
        (name, ticked) => {
          const { done, total, phases, lastDoneAt } = onboardingOf(
            name,
            ticked.map(id => [id, at('2026-11-20')]),
          );
          const items = phases.flatMap(phase => phase.items);
          const countable = items.filter(({ unavailable }) => !unavailable);
          expect(total).toBe(countable.length);
          expect(done).toBe(
            countable.filter(({ id }) => ticked.includes(id)).length,
          );
          expect(lastDoneAt !== undefined).toBe(done > 0);
        },
      ),
    );
  });
});
