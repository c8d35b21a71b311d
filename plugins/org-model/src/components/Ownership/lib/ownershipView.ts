import type { Ownership } from '@squadron/plugin-org-model-common';

/** What is wrong, in the words of a filter. */
export type GapKind = 'no-owner' | 'no-lead' | 'empty' | 'heavy';

export const gapKinds: Record<GapKind, { label: string; remedy: string }> = {
  'no-owner': {
    label: 'No owner',
    remedy: 'Write the name of a group of the tree into spec.owner.',
  },
  'no-lead': {
    label: 'No lead',
    remedy: 'Write the person who leads it into lead.',
  },
  empty: {
    label: 'Nobody in it',
    remedy:
      'Add people to it, or set lifecycle to planned until there are some.',
  },
  heavy: {
    label: 'Owns too much',
    remedy: 'Hand some of it to another group, or split the group.',
  },
};

/** One thing that a manager can put right. */
export interface Gap {
  id: string;
  kind: GapKind;
  ref: string;
  title: string;
  /** Kind and type of the entity, such as `component · service`. */
  what: string;
  /** The group above it, where it has one. */
  under: string;
  detail: string;
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** The page's one-line answer. */
export function ownershipAnswer({
  unowned,
  noLead,
  empty,
  heavy,
  totals,
}: Ownership): string {
  const parts = [
    unowned.length &&
      `${count(unowned.length, 'entity has', 'entities have')} no owner`,
    noLead.length &&
      `${count(noLead.length, 'group has', 'groups have')} no lead`,
    empty.length &&
      `${count(empty.length, 'group has', 'groups have')} nobody in it`,
    heavy.length &&
      `${count(heavy.length, 'group owns', 'groups own')} far more than others`,
  ].filter(Boolean);
  if (parts.length) return `${parts.join('; ')}.`;
  if (!totals.groups) return 'There is no group here yet.';
  return `Every one of ${count(totals.entities, 'entity', 'entities')} has an owner, and every one of ${count(totals.groups, 'group', 'groups')} a lead and people.`;
}

function whyUnowned({
  reason,
  owner = '',
}: Ownership['unowned'][number]): string {
  switch (reason) {
    case 'unknown owner':
      return `Its owner ${owner} does not exist.`;
    case 'owner without a group':
      return `Its owner ${owner} is in no group.`;
    default:
      return 'No owner is written.';
  }
}

/** All gaps as rows of one table: what has no owner first, since nobody can be asked about it. */
export function ownershipGaps(
  ownership: Ownership,
  parentTitle: (group: string) => string | undefined = () => undefined,
): Gap[] {
  const row = (kind: GapKind, gap: Omit<Gap, 'id' | 'kind'>): Gap => ({
    id: `${kind} ${gap.ref}`,
    kind,
    ...gap,
  });
  return [
    ...ownership.unowned.map(entity =>
      row('no-owner', {
        ref: entity.ref,
        title: entity.title,
        what: [entity.kind.toLocaleLowerCase('en'), entity.type]
          .filter(Boolean)
          .join(' · '),
        under: '',
        detail: whyUnowned(entity),
      }),
    ),
    ...ownership.noLead.map(group =>
      row('no-lead', {
        ref: group.ref,
        title: group.title,
        what: group.type,
        under: group.parentTitle ?? '',
        detail:
          group.lifecycle === 'planned'
            ? 'Nobody leads it yet; it is planned.'
            : 'Nobody leads it.',
      }),
    ),
    ...ownership.empty.map(group =>
      row('empty', {
        ref: group.ref,
        title: group.title,
        what: group.type,
        under: group.parentTitle ?? '',
        detail: 'Nobody is in it or below it.',
      }),
    ),
    ...ownership.heavy.map(({ group, owned, typical }) =>
      row('heavy', {
        ref: group.ref,
        title: group.title,
        what: group.type,
        under: parentTitle(group.ref) ?? '',
        detail: `Owns ${owned}; a ${group.type} typically owns ${typical}.`,
      }),
    ),
  ];
}

/** A bar of the picture "who owns how much". */
export interface ShareBar {
  ref: string;
  title: string;
  planned: boolean;
  owned: number;
  people: number;
  /** Share of everything owned in the scope, in percent with one digit. */
  percent: string;
  /** Length of the bar, 0 to 1; the longest is 1. */
  length: number;
  /** Owned entities for each person; nothing when there are no people. */
  perPerson?: string;
}

/** The bars of the picture, in the order of the answer. */
export function shareBars(shares: Ownership['shares']): ShareBar[] {
  const most = Math.max(...shares.map(share => share.owned), 1);
  return shares.map(({ group, owned, share, people }) => ({
    ref: group.ref,
    title: group.title,
    planned: group.lifecycle === 'planned',
    owned,
    people,
    percent: (share * 100).toFixed(1),
    length: owned / most,
    perPerson: people ? (owned / people).toFixed(1) : undefined,
  }));
}
