import { nearest, Locate, ProblemList } from '@squadron/backend-kit';
import { toGroupRef, toUserRef } from '@squadron/plugin-org-model-common';
import { Acquaintance, acquaintances, ChecklistTask } from './checklists';
import { ChecklistFileItem } from './schema';

const kinds = ['read', 'meet', 'access', 'create'] as const;

/** What is needed to check an item. */
interface Context {
  at: Locate;
  problems: ProblemList;
  /** Refs of the people and groups that there are, if they are to be checked. */
  known?: ReadonlySet<string>;
}

/** What an item asks for, or nothing when that is said wrong. */
export function readTask(
  item: ChecklistFileItem,
  context: Context,
): ChecklistTask | undefined {
  const { read, meet, access, create, link } = item;
  checkShape(item, context);
  if (read !== undefined) return { kind: 'read', link: read };
  if (create !== undefined) return { kind: 'create', link: create };
  if (meet !== undefined) {
    const whom = isAcquaintance(meet) ? meet : personNamed(item, meet, context);
    return whom ? { kind: 'meet', whom, link } : undefined;
  }
  if (access !== undefined) {
    const from = groupNamed(item, access, context);
    return from ? { kind: 'access', from, link } : undefined;
  }
  return { kind: 'do', link };
}

function checkShape(item: ChecklistFileItem, { at, problems }: Context): void {
  const [kind, second] = kinds.filter(each => item[each] !== undefined);
  if (second) {
    problems.error(
      at([second], 'field'),
      `${item.id}: it asks for two things, "${kind}" and "${second}"`,
      `make an item of its own of "${second}"`,
    );
  }
  if (item.link !== undefined && (kind === 'read' || kind === 'create')) {
    problems.error(
      at(['link'], 'field'),
      `${item.id}: "${kind}" says already where it leads`,
      'take "link" out',
    );
  }
}

function isAcquaintance(text: string): text is Acquaintance {
  return acquaintances.some(each => each === text);
}

function personNamed(
  { id }: ChecklistFileItem,
  text: string,
  { at, problems, known }: Context,
): string | undefined {
  const ref = toUserRef(text);
  if (ref && (known?.has(ref) ?? true)) return ref;
  const meant = nearest(text, [...acquaintances, ...namesOf('user', known)]);
  problems.error(
    at(['meet']),
    `${id}: there is no person "${text}"`,
    meant
      ? `write ${meant}`
      : `write ${acquaintances.join(', ')}, or the name of a person`,
  );
  return undefined;
}

function groupNamed(
  { id }: ChecklistFileItem,
  text: string,
  { at, problems, known }: Context,
): string | undefined {
  const ref = toGroupRef(text);
  if (ref && (known?.has(ref) ?? true)) return ref;
  const meant = nearest(text, namesOf('group', known));
  problems.error(
    at(['access']),
    `${id}: there is no group "${text}"`,
    `write ${meant ?? 'the name of a group, such as squad-it-1'}`,
  );
  return undefined;
}

function namesOf(kind: string, known: ReadonlySet<string> = new Set()) {
  const prefix = `${kind}:default/`;
  return [...known]
    .filter(ref => ref.startsWith(prefix))
    .map(ref => ref.slice(prefix.length));
}
