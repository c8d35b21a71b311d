import {
  Onboarding,
  OnboardingItem,
  OnboardingProgress,
  isNewHire,
  onboardingPhases,
} from '@squadron/plugin-org-model-common';
import type { Checklist } from '@squadron/plugin-org-model-node';
import { rolesOf } from '../me';
import type { OrgIndex } from '../OrgIndex';
import { toPerson } from '../views';
import { resolveTask } from './resolveTask';

/** Somebody's first weeks: the checklists of their roles as one, with what they have ticked. */
export function describeOnboarding(options: {
  index: OrgIndex;
  checklists: readonly Checklist[];
  userRef: string;
  /** When each item was ticked, by its id; others than those of the checklists are left out. */
  ticks: ReadonlyMap<string, Date>;
  now: Date;
}): Onboarding {
  const { index, userRef, ticks, now } = options;
  const person = index.tree.person(userRef);
  if (!person) {
    return { isNew: false, checklists: [], phases: [], done: 0, total: 0 };
  }
  const roles: readonly string[] = rolesOf(index.tree, userRef, now);
  const checklists = options.checklists.filter(each =>
    each.roles.some(role => role === 'everyone' || roles.includes(role)),
  );
  const items = checklists
    .flatMap(checklist => checklist.items)
    .map(({ phase, task, id, title, why }) => {
      const resolved = resolveTask(task, { person, index, now });
      const doneAt = resolved.unavailable ? undefined : ticks.get(id);
      const item: OnboardingItem = {
        id,
        title,
        why,
        kind: task.kind,
        ...resolved,
        doneAt: doneAt?.toISOString(),
      };
      return { phase, item };
    });
  return {
    person: toPerson(index, person),
    isNew: isNewHire(person.joinedAt, now),
    checklists: checklists.map(({ id, title }) => ({ id, title })),
    phases: onboardingPhases
      .map(phase => ({
        phase,
        items: items
          .filter(each => each.phase === phase)
          .map(({ item }) => item),
      }))
      .filter(phase => phase.items.length > 0),
    ...progressOf(items.map(({ item }) => item)),
  };
}

function progressOf(items: readonly OnboardingItem[]): OnboardingProgress {
  const times = items.flatMap(({ doneAt }) => doneAt ?? []).sort();
  return {
    done: times.length,
    total: items.filter(({ unavailable }) => !unavailable).length,
    lastDoneAt: times.at(-1),
  };
}
