import { TreeNode } from '@squadron/plugin-org-model-common';

/** `1 person`, `6 people`. */
export function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** The title without the code in front of it. */
export function bareTitle({ code, title }: TreeNode): string {
  return code && title.startsWith(code)
    ? title.slice(code.length).replace(/^[\s:–-]+/, '') || title
    : title;
}

/** What a screen reader hears of a group: what it is, who leads it, how much of it there is. */
export function spokenGroup(node: TreeNode, chips: string[] = []): string {
  const { people, systems, descendants } = node.rollUp;
  return [
    node.title,
    node.type,
    node.lifecycle === 'active' ? undefined : node.lifecycle,
    node.leadTitle && `led by ${node.leadTitle}`,
    count(people.total, 'person', 'people'),
    count(systems.total, 'system', 'systems'),
    node.children > 0 ? `${descendants} below` : undefined,
    ...chips,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Whether a lead is missing. A unit is led by its group's lead, and a planned group has none yet. */
export function lacksLead({ type, lifecycle, leadTitle }: TreeNode): boolean {
  return type !== 'unit' && lifecycle !== 'planned' && !leadTitle;
}

/** The one-line answer of the page: how much organization the scope holds. */
export function answerFor(nodes: TreeNode[], roots: TreeNode[]): string {
  if (roots.length === 0) return '';
  const people = roots.reduce(
    (sum, { rollUp }) => sum + rollUp.people.total,
    0,
  );
  const planned = nodes.filter(({ lifecycle }) => lifecycle === 'planned');
  const leaderless = nodes.filter(lacksLead);
  return [
    `${count(people, 'person', 'people')} in ${count(nodes.length, 'group', 'groups')}`,
    leaderless.length > 0 ? `${leaderless.length} without a lead` : 'all led',
    planned.length > 0 ? `${planned.length} planned` : undefined,
  ]
    .filter(Boolean)
    .join(', ')
    .concat('.');
}

/** The lead's title without the group's own, which stands right above it: `Lead, B-1 Compute Platform` is `Lead`. */
export function shortLead({ leadTitle, title }: TreeNode): string | undefined {
  if (!leadTitle) return undefined;
  const rest = leadTitle.replace(title, '').replace(/[\s,–-]+$/, '');
  return rest.trim() || leadTitle;
}
