import { PersonRecord, isNewHire } from '@squadron/plugin-org-model-common';
import type { OrgIndex } from '../OrgIndex';

/**
 * Who joined lately and has their home in a group that the reader leads, or below one, newest
 * first; executives lead everybody. A dotted line makes nobody's first weeks one's business.
 */
export function newPeopleOf(
  { tree }: OrgIndex,
  reader: string,
  now: Date,
): PersonRecord[] {
  const led = new Set(
    tree
      .groupsLedBy(reader)
      .flatMap(group => tree.subtree(group).map(({ ref }) => ref)),
  );
  const isLed = (ref: string) => {
    const home = tree.homeOf(ref);
    return home !== undefined && led.has(home.ref);
  };
  const everybody = tree.isExecutive(reader);
  return [...tree.people()]
    .filter(({ ref, joinedAt }) => ref !== reader && isNewHire(joinedAt, now))
    .filter(({ ref }) => everybody || isLed(ref))
    .sort(compareNewest);
}

/** Newest first; people of one day by ref. */
export function compareNewest(
  a: Pick<PersonRecord, 'joinedAt' | 'ref'>,
  b: Pick<PersonRecord, 'joinedAt' | 'ref'>,
): number {
  return compare(b.joinedAt ?? '', a.joinedAt ?? '') || compare(a.ref, b.ref);
}

function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
