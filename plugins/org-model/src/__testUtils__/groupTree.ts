import { TreeNode } from '@squadron/plugin-org-model-common';

/** The full ref of a group of a test. */
export const ref = (name: string) => `group:default/${name}`;

/** A node of the tree with what a test does not care about filled in. */
export function aNode(over: Partial<TreeNode> & { name: string }): TreeNode {
  return {
    ref: ref(over.name),
    type: 'squad',
    title: over.name,
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
    ...over,
  };
}

/** The same by `name`, and below which other name. */
export function group(
  name: string,
  parent?: string,
  more: Partial<TreeNode> = {},
): TreeNode {
  return aNode({ name, parent: parent && ref(parent), ...more });
}

/** A company of two divisions; B-1 has two units, and a hub is planned. */
export const company: TreeNode[] = [
  group('company', undefined, {
    title: 'Company',
    type: 'organization',
    children: 3,
    rollUp: {
      descendants: 7,
      people: { direct: 1, total: 9 },
      systems: { direct: 0, total: 4 },
    },
  }),
  group('division-1a', 'company', {
    title: '1A Edge',
    code: '1A',
    type: 'division',
    leadTitle: 'Lead, 1A Edge',
  }),
  group('squad-a-1', 'division-1a', { title: 'A-1 Network', code: 'A-1' }),
  group('division-1b', 'company', {
    title: '1B Cloud',
    code: '1B',
    type: 'division',
    leadTitle: 'Grace Hopper',
  }),
  group('squad-b-1', 'division-1b', {
    title: 'B-1 Compute',
    code: 'B-1',
    leadTitle: 'Lead, B-1 Compute',
    children: 2,
  }),
  group('unit-b-1-u-c1', 'squad-b-1', {
    title: 'U-C1 Cluster',
    code: 'U-C1',
    type: 'unit',
  }),
  group('unit-b-1-u-c2', 'squad-b-1', {
    title: 'U-C2 Kernel',
    code: 'U-C2',
    type: 'unit',
  }),
  group('hub', 'company', { title: 'APAC Hub', lifecycle: 'planned' }),
];
