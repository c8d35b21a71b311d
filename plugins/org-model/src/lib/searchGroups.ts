import { TreeNode } from '@squadron/plugin-org-model-common';

function rank(node: TreeNode, query: string, words: string[]): number {
  const code = node.code?.toLowerCase();
  if (code === query || node.name === query) return 0;
  if (code?.startsWith(query)) return 1;
  const title = node.title.toLowerCase();
  if (words.every(word => title.includes(word))) return 2;
  const all = `${title} ${node.name} ${node.leadTitle?.toLowerCase() ?? ''}`;
  return words.every(word => all.includes(word)) ? 3 : -1;
}

/** Groups that a text means, best first: their code, the start of it, their title, their lead. */
export function searchGroups(nodes: TreeNode[], text: string): TreeNode[] {
  const query = text.trim().toLowerCase();
  if (!query) return [];
  const words = query.split(/\s+/);
  return nodes
    .map(node => ({ node, rank: rank(node, query, words) }))
    .filter(found => found.rank >= 0)
    .sort((a, b) => a.rank - b.rank)
    .map(({ node }) => node);
}
