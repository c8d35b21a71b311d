import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  GroupRecord,
  OnboardingItem,
  OrgTree,
  PersonRecord,
  isNewHire,
  roleInTitle,
} from '@squadron/plugin-org-model-common';
import type { ChecklistTask } from '@squadron/plugin-org-model-node';
import type { OrgIndex } from '../OrgIndex';
import { toSummary } from '../views';

/** Whose item it is, and when. */
export interface Reader {
  person: PersonRecord;
  index: OrgIndex;
  now: Date;
}

/** What a task comes to for one person. */
type Resolved = Pick<
  OnboardingItem,
  'link' | 'people' | 'group' | 'unavailable'
>;
type Meeting = OnboardingItem['people'][number];

const mostPeople = 6;

const not = (unavailable: string): Resolved => ({ people: [], unavailable });

/** Finds whom, where and what a task means for a person, or why it means nothing to them now. */
export function resolveTask(task: ChecklistTask, reader: Reader): Resolved {
  if (task.kind === 'meet') {
    const people = meet(task.whom, reader);
    return typeof people === 'string'
      ? not(people)
      : { people, link: task.link };
  }
  if (task.kind === 'access') {
    const group = reader.index.tree.get(task.from);
    return group
      ? { people: [], group: toSummary(group), link: task.link }
      : not(`${nameOf(task.from)} is not in the catalog yet`);
  }
  return task.link === undefined
    ? { people: [] }
    : follow(task.link, reader.index, teamOf(reader));
}

/** The home group; a unit is worked by its squad. */
function teamOf({ person, index: { tree } }: Reader): GroupRecord | undefined {
  const home = tree.homeOf(person.ref);
  return home?.type === 'unit' ? tree.parent(home.ref) : home;
}

/** A link leads somewhere as long as the catalog has what it leads to. */
function follow(
  link: string,
  index: OrgIndex,
  team: GroupRecord | undefined,
): Resolved {
  if (link === 'group-page' || link === 'group-docs') {
    if (!team) return not('Only for members of a group');
    const { namespace, name } = parseEntityRef(team.ref);
    if (link === 'group-page') {
      return { people: [], link: `/catalog/${namespace}/group/${name}` };
    }
    const kind = ['system', 'domain', 'group'].find(each =>
      index.documented.has(`${each}:${namespace}/${name}`),
    );
    return kind
      ? { people: [], link: `/docs/${namespace}/${kind}/${name}/` }
      : not(`${team.title} has no docs yet`);
  }
  const docs = refIn(link, /^\/docs\/([^/?#]+)\/([^/?#]+)\/([^/?#]+)/);
  if (docs && !index.documented.has(docs)) {
    return not('These docs are not in the portal yet');
  }
  if (/^\/create(?![\w-])/.test(link) && !hasTemplate(link, index)) {
    return not('The portal has no such golden path yet');
  }
  return { people: [], link };
}

function hasTemplate(link: string, { templates }: OrgIndex): boolean {
  const [, namespace, name] =
    /^\/create\/templates\/([^/?#]+)\/([^/?#]+)/.exec(link) ?? [];
  return name
    ? templates.has(`template:${namespace}/${name}`.toLowerCase())
    : templates.size > 0;
}

/** The entity that an address names by namespace, kind and name. */
function refIn(link: string, pattern: RegExp): string | undefined {
  const [, namespace, kind, name] = pattern.exec(link) ?? [];
  return name && stringifyEntityRef({ kind, namespace, name });
}

/** People, or why there is nobody. */
function meet(whom: string, reader: Reader): Meeting[] | string {
  const { person, index } = reader;
  const team = teamOf(reader);
  if (whom.startsWith('user:')) return meetPerson(whom, reader);
  if (!team) return 'Only for members of a group';
  switch (whom) {
    case 'lead':
      return meetLead(index.tree, team, person.ref);
    case 'teammate':
      return meetTeammates(team, reader);
    default:
      return meetDependencies(index, team, person.ref);
  }
}

function meetPerson(ref: string, reader: Reader): Meeting[] | string {
  const { tree } = reader.index;
  if (ref === reader.person.ref) return 'It is the same person';
  const person = tree.person(ref);
  if (!person) return `${nameOf(ref)} is not in the catalog yet`;
  const { title, role } = person;
  const home = tree.homeOf(ref)?.title ?? 'no group';
  return [{ ref, title, why: role ?? roleInTitle(title) ?? `in ${home}` }];
}

function meetLead(
  tree: OrgTree,
  team: GroupRecord,
  self: string,
): Meeting[] | string {
  const group = [team, ...tree.ancestors(team.ref)].find(
    ({ lead }) => lead && lead !== self && tree.person(lead),
  );
  const lead = group?.lead && tree.person(group.lead);
  return lead
    ? [{ ref: lead.ref, title: lead.title, why: `leads ${group.title}` }]
    : `Nobody else leads ${team.title} or a group above it yet`;
}

/** Those who know their way around come first. */
function meetTeammates(
  team: GroupRecord,
  { person, index, now }: Reader,
): Meeting[] | string {
  const mates = index.tree
    .members(team.ref)
    .filter(({ ref }) => ref !== person.ref && ref !== team.lead);
  if (mates.length === 0) return `Nobody else is in ${team.title} yet`;
  const fresh = ({ joinedAt }: PersonRecord) =>
    Number(isNewHire(joinedAt, now));
  return mates
    .sort((a, b) => fresh(a) - fresh(b))
    .slice(0, mostPeople)
    .map(({ ref, title, role }) => ({
      ref,
      title,
      why: role ?? roleInTitle(title) ?? `in ${team.title}`,
    }));
}

/** The leads of what the group depends on, each once. */
function meetDependencies(
  index: OrgIndex,
  team: GroupRecord,
  self: string,
): Meeting[] | string {
  const { tree } = index;
  const found = new Map<string, Meeting>();
  for (const dependency of index.detail(team.ref).teamDependencies) {
    const group = tree.get(dependency.ref);
    const [lead] = group ? tree.leads(group.ref, self) : [];
    if (group && lead && !found.has(lead.ref)) {
      const why = `${group.title}, for ${dependency.for}`;
      found.set(lead.ref, { ref: lead.ref, title: lead.title, why });
    }
  }
  return found.size > 0
    ? [...found.values()].slice(0, mostPeople)
    : `${team.title} depends on no group that somebody leads`;
}

function nameOf(ref: string): string {
  return parseEntityRef(ref).name;
}
