import { nearest, Locate, placeText, ProblemList } from '@squadron/backend-kit';
import { DeclaredGroup } from './declarations';
import { GroupIndex } from './groupIndex';
import { OrgPerson } from './schema';

/** A person as some group's file declares them. */
export interface DeclaredPerson {
  person: OrgPerson;
  home: DeclaredGroup;
  /** Names of the groups of the dotted lines. */
  alsoIn: string[];
  at: Locate;
}

/** Everybody who is written anywhere, each once, in the order of reading. */
export function collectPeople(
  groups: readonly DeclaredGroup[],
  index: GroupIndex,
  problems: ProblemList,
): Map<string, DeclaredPerson> {
  const people = new Map<string, DeclaredPerson>();
  for (const { person, home, at } of groups.flatMap(writtenIn)) {
    const other = people.get(person.name);
    if (other) {
      problems.error(
        at(['name']),
        `the person "${person.name}" is there twice; the first is at ${placeText(other.at(['name']))}`,
        'give one of the two another name; a lead who is written elsewhere is named by the name alone',
      );
    } else {
      const alsoIn = dottedLines(person, home, index, at, problems);
      people.set(person.name, { person, home, alsoIn, at });
    }
  }
  return people;
}

/** The name of each group's lead, by the group's name; says which leads do not exist. */
export function resolveLeads(
  groups: readonly DeclaredGroup[],
  people: ReadonlyMap<string, DeclaredPerson>,
  problems: ProblemList,
): Map<string, string> {
  const leads = new Map<string, string>();
  for (const group of groups) {
    const { lead } = group.charter;
    if (lead === undefined) continue;
    const name = typeof lead === 'string' ? lead : lead.name;
    if (people.has(name)) {
      leads.set(group.name, name);
    } else {
      const meant = nearest(name, people.keys());
      problems.error(
        group.at(['lead']),
        `the lead of ${group.name} does not exist: there is no person "${name}"`,
        meant
          ? `write ${meant}, or add that person`
          : 'add that person under `people` of a group, or write name and title here',
      );
    }
  }
  return leads;
}

function writtenIn(home: DeclaredGroup) {
  const { lead, people } = home.charter;
  const listed = people.map((person, index) => ({
    person,
    path: ['people', index],
  }));
  const all =
    lead && typeof lead === 'object'
      ? [{ person: lead, path: ['lead'] }, ...listed]
      : listed;
  return all.map(({ person, path }) => ({
    person,
    home,
    at: ((below, target) => home.at([...path, ...below], target)) as Locate,
  }));
}

function dottedLines(
  person: OrgPerson,
  home: DeclaredGroup,
  index: GroupIndex,
  at: Locate,
  problems: ProblemList,
): string[] {
  const names = person.alsoIn.flatMap((reference, position) => {
    const found = index.find(reference);
    if (found.group) return [found.group.name];
    problems.error(
      at(['alsoIn', position]),
      `${person.name} cannot also be in "${reference}": ${found.message}`,
      found.fix,
    );
    return [];
  });
  return [...new Set(names)].filter(name => name !== home.name);
}
