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
    typeWords(node.type).toLowerCase(),
    node.lifecycle === 'active' ? undefined : node.lifecycle,
    node.leadTitle && `led by ${fullLead(node)}`,
    isWorkedByParent(node)
      ? undefined
      : count(people.total, 'person', 'people'),
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

/** The lead's title without the group's own, which stands right above it: `Head, B-1 Compute` is `Head`. A bare `Lead` would say nothing. */
export function shortLead({ leadTitle, title }: TreeNode): string | undefined {
  const suffix = `, ${title}`;
  if (!leadTitle?.endsWith(suffix)) return leadTitle;
  const rest = leadTitle.slice(0, -suffix.length);
  return rest === 'Lead' ? leadTitle : rest;
}

/** Who leads a group in full, and through which other group: of a unit, its squad. */
export function fullLead({
  leadTitle,
  leadThrough,
}: TreeNode): string | undefined {
  return leadThrough ? `${leadTitle}, through ${leadThrough}` : leadTitle;
}

/** The type of a group as a person says it: `executive-team` is `Executive team`. */
export function typeWords(type: string): string {
  const words = type.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Whether a group has nobody because the people of its squad work it: a unit. */
export function isWorkedByParent({
  type,
  rollUp,
}: Pick<TreeNode, 'type' | 'rollUp'>): boolean {
  return type === 'unit' && rollUp.people.total === 0;
}
