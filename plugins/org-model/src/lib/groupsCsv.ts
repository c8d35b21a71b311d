import { TreeNode } from '@squadron/plugin-org-model-common';
import { ancestorsOf, GroupTree } from '@squadron/plugin-org-model-react';

const header = [
  'Code',
  'Title',
  'Type',
  'Lifecycle',
  'Lead',
  'Lead through',
  'Parent',
  'Path',
  'People (own)',
  'People (all)',
  'Systems (own)',
  'Systems (all)',
  'Groups below',
  'Ref',
];

/** The groups as a table, in document order, for a spreadsheet. */
export function groupsTable(tree: GroupTree, nodes: TreeNode[]) {
  const rows = nodes.map(node => {
    const above = ancestorsOf(tree, node.ref).map(({ title }) => title);
    const { people, systems, descendants } = node.rollUp;
    return [
      node.code,
      node.title,
      node.type,
      node.lifecycle,
      node.leadTitle,
      node.leadThrough,
      above[above.length - 1],
      above.join(' / '),
      people.direct,
      people.total,
      systems.direct,
      systems.total,
      descendants,
      node.ref,
    ];
  });
  return { header, rows };
}
