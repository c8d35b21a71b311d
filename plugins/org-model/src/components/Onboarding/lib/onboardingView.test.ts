import type { OnboardingItem } from '@squadron/plugin-org-model-common';
import fc from 'fast-check';
import { aPerson } from '../../../__testUtils__/groupAnswer';
import { anItem, anOnboarding } from '../../../__testUtils__/onboarding';
import {
  currentPhase,
  newPeopleAnswer,
  onboardingAnswer,
  phaseViews,
  withTicks,
} from './onboardingView';

const then = '2026-11-20T08:00:00.000Z';
const onboarding = anOnboarding({
  day: [anItem('laptop', { doneAt: then }), anItem('account')],
  month: [anItem('path', { unavailable: 'No golden path yet' }), anItem('cal')],
});

describe('phaseViews', () => {
  it('tell how far each phase is, without what does not apply', () => {
    expect(
      phaseViews(onboarding).map(({ title, done, total }) => [
        title,
        done,
        total,
      ]),
    ).toEqual([
      ['First day', 1, 2],
      ['First month', 0, 1],
    ]);
  });

  it('lead to the first phase with something open', () => {
    const ticked = withTicks(onboarding, new Map([['account', then]]));
    expect(currentPhase(phaseViews(onboarding))).toBe('day');
    expect(currentPhase(phaseViews(ticked))).toBe('month');
    const done = withTicks(ticked, new Map([['cal', then]]));
    expect(currentPhase(phaseViews(done))).toBeUndefined();
  });
});

describe('withTicks', () => {
  it('ticks and takes back, and counts anew', () => {
    const later = '2026-11-21T08:00:00.000Z';
    const changed = withTicks(
      onboarding,
      new Map([
        ['laptop', undefined],
        ['cal', later],
      ]),
    );
    expect(changed).toMatchObject({ done: 1, total: 3, lastDoneAt: later });
    expect(changed.phases[0].items[0].doneAt).toBeUndefined();
  });

  it('changes nothing but what is ticked', () => {
    const ids = ['laptop', 'account', 'cal'];
    fc.assert(
      fc.property(fc.subarray(ids), fc.boolean(), (changed, done) => {
        const ticks = new Map(
          changed.map(id => [id, done ? then : undefined] as const),
        );
        const { phases, total } = withTicks(onboarding, ticks);
        const before = new Map(
          onboarding.phases
            .flatMap(({ items }) => items)
            .map((item): [string, OnboardingItem] => [item.id, item]),
        );
        for (const item of phases.flatMap(({ items }) => items)) {
          const expected = changed.includes(item.id)
            ? { ...before.get(item.id), doneAt: ticks.get(item.id) }
            : before.get(item.id);
          expect(item).toEqual(expected);
        }
        expect(total).toBe(onboarding.total);
      }),
    );
  });
});

describe('onboardingAnswer', () => {
  it('names what comes next, and says when nothing does', () => {
    expect(onboardingAnswer(onboarding)).toBe(
      '1 of 3 done. Next: Item account.',
    );
    const all = withTicks(
      onboarding,
      new Map([
        ['account', then],
        ['cal', then],
      ]),
    );
    expect(onboardingAnswer(all)).toBe(
      'All 3 are done: your first weeks are behind you.',
    );
  });
});

describe('newPeopleAnswer', () => {
  const at = (done: number, total = 9) => ({
    person: aPerson('ann'),
    done,
    total,
  });

  it.each([
    [[], 'Nobody joined lately.'],
    [[at(0)], '1 new person, 1 has not begun.'],
    [[at(0), at(0), at(3)], '3 new people, 2 have not begun.'],
    [[at(0, 0), at(1)], '2 new people.'],
    [[at(9), at(9), at(1)], '3 new people, 2 are done.'],
  ])('of %j is %s', (people, expected) => {
    expect(newPeopleAnswer(people)).toBe(expected);
  });
});
