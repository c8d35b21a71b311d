import type { Ownership } from '@squadron/plugin-org-model-common';

/** Joins the answers for several groups that do not overlap, as "my groups" may. */
export function mergeOwnership(answers: Ownership[]): Ownership {
  if (answers.length === 1) return answers[0];
  const sum = (key: keyof Ownership['totals']) =>
    answers.reduce((total, { totals }) => total + totals[key], 0);
  const totals = {
    entities: sum('entities'),
    owned: sum('owned'),
    groups: sum('groups'),
    groupsWithLead: sum('groupsWithLead'),
  };
  const unowned = new Map(
    answers.flatMap(answer => answer.unowned).map(each => [each.ref, each]),
  );
  return {
    unowned: [...unowned.values()],
    noLead: answers.flatMap(answer => answer.noLead),
    empty: answers.flatMap(answer => answer.empty),
    heavy: answers.flatMap(answer => answer.heavy),
    shares: answers
      .flatMap(answer => answer.shares)
      .map(each => ({
        ...each,
        share: totals.owned ? each.owned / totals.owned : 0,
      }))
      .sort((a, b) => b.owned - a.owned),
    totals,
  };
}
