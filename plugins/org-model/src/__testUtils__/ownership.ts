import type {
  GroupSummary,
  Ownership,
} from '@squadron/plugin-org-model-common';

/** A group as other answers name it. */
export function aGroup(
  name: string,
  over: Partial<GroupSummary> = {},
): GroupSummary {
  return {
    ref: `group:default/${name}`,
    name,
    type: 'squad',
    title: name,
    lifecycle: 'active',
    ...over,
  };
}

/** An answer in which all is well, but for what a test says. */
export function anOwnership(over: Partial<Ownership> = {}): Ownership {
  return {
    unowned: [],
    noLead: [],
    empty: [],
    shares: [],
    heavy: [],
    totals: { entities: 12, owned: 12, groups: 5, groupsWithLead: 5 },
    ...over,
  };
}
