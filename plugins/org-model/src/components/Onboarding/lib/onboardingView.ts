import type {
  NewPerson,
  Onboarding,
  OnboardingItem,
  OnboardingPhase,
  OnboardingProgress,
} from '@squadron/plugin-org-model-common';
import { count } from '../../../lib/words';

/** One phase with how far it is. */
export interface PhaseView {
  phase: OnboardingPhase;
  title: string;
  items: OnboardingItem[];
  done: number;
  total: number;
}

const titles: Record<OnboardingPhase, string> = {
  day: 'First day',
  week: 'First week',
  month: 'First month',
};

const counts = (item: OnboardingItem) => item.unavailable === undefined;

export function phaseViews({ phases }: Onboarding): PhaseView[] {
  return phases.map(({ phase, items }) => ({
    phase,
    title: titles[phase],
    items,
    done: items.filter(({ doneAt }) => doneAt).length,
    total: items.filter(counts).length,
  }));
}

/** The phase with the first item that is still open. */
export function currentPhase(views: PhaseView[]): OnboardingPhase | undefined {
  return views.find(({ done, total }) => done < total)?.phase;
}

/** The same with other ticks: when an item was done, or that it is not. */
export function withTicks(
  onboarding: Onboarding,
  ticks: ReadonlyMap<string, string | undefined>,
): Onboarding {
  if (ticks.size === 0) return onboarding;
  const phases = onboarding.phases.map(({ phase, items }) => ({
    phase,
    items: items.map(item =>
      ticks.has(item.id) ? { ...item, doneAt: ticks.get(item.id) } : item,
    ),
  }));
  const items = phases.flatMap(phase => phase.items);
  const times = items.flatMap(({ doneAt }) => doneAt ?? []).sort();
  return {
    ...onboarding,
    phases,
    done: times.length,
    total: items.filter(counts).length,
    lastDoneAt: times.at(-1),
  };
}

export function isComplete({ done, total }: OnboardingProgress): boolean {
  return total > 0 && done === total;
}

/** Nothing is done of what there is to do. */
export function isIdle({ done, total }: OnboardingProgress): boolean {
  return total > 0 && done === 0;
}

/** `5 of 18 done`. */
export function progressText({ done, total }: OnboardingProgress): string {
  return `${done} of ${total} done`;
}

/** What comes next, in one sentence. */
export function onboardingAnswer(onboarding: Onboarding): string {
  if (isComplete(onboarding)) {
    return `All ${onboarding.total} are done: your first weeks are behind you.`;
  }
  const next = onboarding.phases
    .flatMap(({ items }) => items)
    .find(item => counts(item) && !item.doneAt);
  return [`${progressText(onboarding)}.`, next && `Next: ${next.title}.`]
    .filter(Boolean)
    .join(' ');
}

/** How the new people stand, in one sentence. */
export function newPeopleAnswer(people: NewPerson[]): string {
  if (people.length === 0) return 'Nobody joined lately.';
  const idle = people.filter(isIdle).length;
  const ready = people.filter(isComplete).length;
  return [
    `${count(people.length, 'new person', 'new people')}`,
    idle > 0 && `${idle} ${idle === 1 ? 'has' : 'have'} not begun`,
    ready > 0 && `${ready} ${ready === 1 ? 'is' : 'are'} done`,
  ]
    .filter(Boolean)
    .join(', ')
    .concat('.');
}
