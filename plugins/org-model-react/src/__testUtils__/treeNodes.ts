import { TreeNode } from '@squadron/plugin-org-model-common';

/** A group for tests: `name`, and below which other name. */
export function treeNode(
  name: string,
  parent?: string,
  more: Partial<TreeNode> = {},
): TreeNode {
  return {
    ref: `group:default/${name}`,
    name,
    type: 'squad',
    title: name,
    parent: parent && `group:default/${parent}`,
    lifecycle: 'active',
    roles: [],
    onCall: false,
    depth: 0,
    children: 0,
    rollUp: {
      descendants: 0,
      people: { direct: 0, total: 0 },
      systems: { direct: 0, total: 0 },
    },
    ...more,
  };
}

/** Company, two divisions, and a squad in each. */
export const smallTree: TreeNode[] = [
  treeNode('company', undefined, { title: 'Company', type: 'organization' }),
  treeNode('division-1a', 'company', { title: '1A Edge', code: '1A' }),
  treeNode('squad-a-1', 'division-1a', { title: 'A-1 Network', code: 'A-1' }),
  treeNode('division-1b', 'company', { title: '1B Cloud', code: '1B' }),
  treeNode('squad-b-1', 'division-1b', { title: 'B-1 Compute', code: 'B-1' }),
];
