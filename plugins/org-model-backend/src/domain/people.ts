import { decodeCursor, encodeCursor } from '@squadron/backend-kit';
import type { Person, PersonRecord } from '@squadron/plugin-org-model-common';
import { z } from 'zod/v3';
import type { OrgIndex } from './OrgIndex';
import { toPerson } from './views';

/** Which people, and which page of them. */
export interface PeopleQuery {
  /** Ref of a group; everybody when left out. */
  group?: string;
  q?: string;
  direct: boolean;
  joinedSince?: string;
  cursor?: string;
  limit: number;
}

const position = z.tuple([z.string(), z.string()]);
const collator = new Intl.Collator('en', { numeric: true });

function compare(a: PersonRecord, [title, ref]: z.infer<typeof position>) {
  return (
    collator.compare(a.title, title) ||
    Number(a.ref > ref) - Number(a.ref < ref)
  );
}

/** One page of people by title; whoever comes or goes between two pages shifts nobody. */
export function listPeople(index: OrgIndex, query: PeopleQuery) {
  const { cursor, limit, ...filters } = query;
  const list = JSON.stringify(filters);
  const found = candidates(index, query)
    .filter(person => matches(person, query))
    .sort((a, b) => compare(a, [b.title, b.ref]));
  const after = cursor ? decodeCursor(list, cursor, position) : undefined;
  const rest = after
    ? found.filter(person => compare(person, after) > 0)
    : found;
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((person): Person => toPerson(index, person)),
    total: found.length,
    nextCursor:
      last && rest.length > limit
        ? encodeCursor(list, [last.title, last.ref])
        : undefined,
  };
}

function candidates({ tree }: OrgIndex, { group, direct }: PeopleQuery) {
  return group
    ? tree.members(group, { recursive: !direct })
    : [...tree.people()];
}

function matches(person: PersonRecord, { q, joinedSince }: PeopleQuery) {
  if (joinedSince && !(person.joinedAt && person.joinedAt >= joinedSince)) {
    return false;
  }
  if (!q) return true;
  const text = [person.name, person.title, person.role]
    .join('\n')
    .toLowerCase();
  return text.includes(q.trim().toLowerCase());
}
