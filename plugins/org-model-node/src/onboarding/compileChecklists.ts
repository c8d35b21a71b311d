import {
  DefinitionFile,
  DefinitionProblem,
  hasErrors,
  sortProblems,
} from '@squadron/backend-kit';
import { onboardingPhases } from '@squadron/plugin-org-model-common';
import { locateIn, Place, placeText, ProblemList } from '../definitions/place';
import { Checklist } from './checklists';
import { ChecklistFile } from './schema';
import { readTask } from './readTask';

/** Checklists, or what is wrong; checklists only when nothing is. */
export interface CompiledChecklists {
  checklists: Checklist[];
  problems: DefinitionProblem[];
}

/** A tick names an item alone, so that no two may share an id, in whichever files they stand. */
class UniqueIds {
  readonly #what: string;
  readonly #problems: ProblemList;
  readonly #places = new Map<string, Place>();

  constructor(what: string, problems: ProblemList) {
    this.#what = what;
    this.#problems = problems;
  }

  add(id: string, place: Place): void {
    const first = this.#places.get(id);
    if (!first) {
      this.#places.set(id, place);
      return;
    }
    this.#problems.error(
      place,
      `the ${this.#what} "${id}" is there already, at ${placeText(first)}`,
      'give one of the two another id',
    );
  }
}

/**
 * Makes checklists of their files. Those for everyone come first, so that all lists begin alike.
 *
 * @param known - refs of the people and groups that there are; left out, nobody checks references
 */
export function compileChecklists(
  files: readonly DefinitionFile<ChecklistFile>[],
  known?: ReadonlySet<string>,
): CompiledChecklists {
  const problems = new ProblemList();
  const lists = new UniqueIds('checklist', problems);
  const items = new UniqueIds('item', problems);
  const checklists = files.map(({ file, at, value }): Checklist => {
    lists.add(value.id, locateIn({ file, at }, [])(['id']));
    return {
      id: value.id,
      title: value.title,
      roles: value.for,
      items: onboardingPhases.flatMap(phase =>
        value[phase].flatMap((item, position) => {
          const here = locateIn({ file, at }, [phase, position]);
          items.add(item.id, here(['id']));
          const task = readTask(item, { at: here, problems, known });
          const { id, title, why } = item;
          return task ? [{ id, title, why, phase, task }] : [];
        }),
      ),
    };
  });
  return {
    checklists: hasErrors(problems.problems)
      ? []
      : checklists.sort((a, b) => rank(a) - rank(b)),
    problems: sortProblems(problems.problems),
  };
}

function rank({ roles }: Checklist): number {
  return roles.includes('everyone') ? 0 : 1;
}
