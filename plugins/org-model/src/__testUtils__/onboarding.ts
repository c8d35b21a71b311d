import type {
  Onboarding,
  OnboardingItem,
  OnboardingPhase,
} from '@squadron/plugin-org-model-common';
import { aPerson } from './groupAnswer';

/** An item with what a test does not care about filled in. */
export function anItem(
  id: string,
  over: Partial<OnboardingItem> = {},
): OnboardingItem {
  return { id, title: `Item ${id}`, kind: 'do', people: [], ...over };
}

/** Somebody's first weeks with these items. */
export function anOnboarding(
  items: Partial<Record<OnboardingPhase, OnboardingItem[]>>,
): Onboarding {
  const all = Object.values(items).flat();
  const times = all.flatMap(({ doneAt }) => doneAt ?? []).sort();
  return {
    person: aPerson('ann', { joinedAt: '2026-11-09' }),
    isNew: true,
    checklists: [{ id: 'all', title: 'Everyone' }],
    phases: (['day', 'week', 'month'] as const).flatMap(phase =>
      items[phase] ? [{ phase, items: items[phase] }] : [],
    ),
    done: times.length,
    total: all.filter(({ unavailable }) => !unavailable).length,
    lastDoneAt: times.at(-1),
  };
}
