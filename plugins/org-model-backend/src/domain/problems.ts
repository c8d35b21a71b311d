import type {
  GroupDetail,
  OrgTree,
  TreeProblem,
} from '@squadron/plugin-org-model-common';
import { cadenceFault } from './rhythm';

/** Everything in the tree that points nowhere or contradicts itself. */
export function findProblems(
  tree: OrgTree,
  details: ReadonlyMap<string, GroupDetail>,
): TreeProblem[] {
  const titled = (ref: string) => details.get(ref)?.title ?? ref;
  const problems: TreeProblem[] = tree.problems.map(problem => ({
    ...problem,
    title: titled(problem.ref),
  }));
  for (const group of details.values()) {
    const { ref, title, lead, teamDependencies, cadences } = group;
    if (lead && !tree.person(lead)) {
      problems.push({
        ref,
        title,
        kind: 'unknown-lead',
        message: `Its lead ${lead} is nobody in the catalog: correct \`lead\` or add that person`,
      });
    }
    for (const cadence of cadences) {
      const fault = cadenceFault(cadence);
      if (!fault) continue;
      problems.push({
        ref,
        title,
        kind: 'invalid-charter',
        message: `Its cadence ${cadence.id} is left out: ${fault}`,
      });
    }
    for (const dependency of teamDependencies) {
      if (tree.resolve(dependency.ref)) continue;
      problems.push({
        ref,
        title,
        kind: 'unknown-dependency',
        message: `It depends on ${dependency.ref}, which is no group: correct the dependency or add that group`,
      });
    }
  }
  for (const { ref, title, memberOf } of tree.people()) {
    for (const group of memberOf) {
      if (tree.resolve(group)) continue;
      problems.push({
        ref,
        title,
        kind: 'unknown-member-group',
        message: `They are in ${group}, which is no group: correct \`memberOf\` or add that group`,
      });
    }
  }
  return problems;
}
