import {
  DefinitionFile,
  DefinitionProblem,
  hasErrors,
  sortProblems,
  locateIn,
  ProblemList,
  UniqueIds,
} from '@squadron/backend-kit';
import { onboardingPhases } from '@squadron/plugin-org-model-common';
import { Checklist } from './checklists';
import { ChecklistFile } from './schema';
import { readTask } from './readTask';

/** Checklists, or what is wrong; checklists only when nothing is. */
export interface CompiledChecklists {
  checklists: Checklist[];
  problems: DefinitionProblem[];
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
  // A tick names an item alone, so that no two may share an id.
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
