import { toGroupRef } from './groupRef';
import { Hierarchy, HierarchyProblem, buildHierarchy } from './hierarchy';
import { PeopleCount, countPeople, rollUp } from './rollUps';
import type { GroupRecord, OrgSnapshot, PersonRecord } from './snapshot';

/**
 * The tree of the organization at one moment: who hangs below whom, who leads, who is in it.
 *
 * Built once from a snapshot; every question is answered from memory. Records that contradict
 * each other never break it: they are cut out and listed in `problems`.
 *
 * @example
 * ```ts
 * const tree = new OrgTree(snapshot);
 * tree.leads('squad-b-1').find(lead => lead.ref !== requester);
 * ```
 */
export class OrgTree {
  /** When the tree was read, ISO 8601 in UTC. */
  readonly at: string;
  /** What was cut out, and people or leads that the tree does not know. */
  readonly problems: readonly HierarchyProblem[];
  readonly #hierarchy: Hierarchy;
  readonly #people: Map<string, PersonRecord>;
  readonly #membersOf = new Map<string, PersonRecord[]>();
  readonly #ledBy = new Map<string, string[]>();

  constructor(snapshot: OrgSnapshot) {
    this.at = snapshot.at;
    this.#hierarchy = buildHierarchy(snapshot.groups);
    this.problems = this.#hierarchy.problems;
    this.#people = new Map();
    for (const person of snapshot.people) {
      if (!this.#people.has(person.ref)) this.#addPerson(person);
    }
    for (const { ref, lead } of this.groups()) {
      if (lead) this.#ledBy.set(lead, [...this.groupsLedBy(lead), ref]);
    }
  }

  #addPerson(person: PersonRecord): void {
    this.#people.set(person.ref, person);
    for (const group of new Set(person.memberOf)) {
      const members = this.#membersOf.get(group);
      if (members) members.push(person);
      else this.#membersOf.set(group, [person]);
    }
  }

  /** Tops of the tree; the first holds the organization, others hang nowhere. */
  get roots(): readonly string[] {
    return this.#hierarchy.roots;
  }

  /** All groups, parents before children. */
  groups(): readonly GroupRecord[] {
    return this.#hierarchy.order;
  }

  people(): Iterable<PersonRecord> {
    return this.#people.values();
  }

  /**
   * The ref of the group that a text stands for, if the tree has it: `squad-b-1`,
   * `group:default/squad-b-1`, or the System or Domain of that name.
   */
  resolve(text: string): string | undefined {
    const ref = toGroupRef(text);
    return ref !== undefined && this.#hierarchy.position.has(ref)
      ? ref
      : undefined;
  }

  /** The group that a text stands for; see {@link OrgTree.resolve}. */
  get(text: string): GroupRecord | undefined {
    const at = this.#position(text);
    return at === undefined ? undefined : this.#hierarchy.order[at];
  }

  person(ref: string): PersonRecord | undefined {
    return this.#people.get(ref);
  }

  /** Steps from the root of its tree, 0 for a root. */
  depth(text: string): number {
    const at = this.#position(text);
    return at === undefined ? 0 : this.#hierarchy.depth[at];
  }

  parent(text: string): GroupRecord | undefined {
    const ref = this.resolve(text);
    const above = ref && this.#hierarchy.parent.get(ref);
    return above === undefined ? undefined : this.get(above);
  }

  children(text: string): GroupRecord[] {
    const ref = this.resolve(text);
    const below = (ref && this.#hierarchy.children.get(ref)) || [];
    return below.map(child => this.get(child)!);
  }

  /** The groups above, nearest first. */
  ancestors(text: string): GroupRecord[] {
    const above: GroupRecord[] = [];
    for (let at = this.parent(text); at; at = this.parent(at.ref)) {
      above.push(at);
    }
    return above;
  }

  /** From the root down to the group itself; empty when the tree does not have it. */
  path(text: string): GroupRecord[] {
    const group = this.get(text);
    return group ? [...this.ancestors(text).reverse(), group] : [];
  }

  /** Everything below, parents before children, without the group itself. */
  descendants(text: string, levels = Infinity): GroupRecord[] {
    return this.subtree(text, levels).slice(1);
  }

  /** The group itself and everything below, parents before children. */
  subtree(text: string, levels = Infinity): GroupRecord[] {
    const at = this.#position(text);
    if (at === undefined) return [];
    const { order, end, depth } = this.#hierarchy;
    const all = order.slice(at, end[at]);
    return levels === Infinity
      ? all
      : all.filter((_, i) => depth[at + i] - depth[at] <= levels);
  }

  /** Whether the group is the other one or hangs somewhere below it. */
  isWithin(group: string, other: string): boolean {
    const [at, above] = [this.#position(group), this.#position(other)];
    if (at === undefined || above === undefined) return false;
    return above <= at && at < this.#hierarchy.end[above];
  }

  /**
   * People who lead the group or a group above it, nearest first, each once. A request for
   * approval goes to the first who is not the requester.
   */
  leads(text: string, requester?: string): PersonRecord[] {
    const leads = new Map<string, PersonRecord>();
    for (const { lead } of this.path(text).reverse()) {
      const person = lead && this.person(lead);
      if (person && person.ref !== requester) leads.set(person.ref, person);
    }
    return [...leads.values()];
  }

  /** The people in the group, and with `recursive` also those of everything below, each once. */
  members(text: string, options: { recursive?: boolean } = {}): PersonRecord[] {
    const ref = this.resolve(text);
    if (!ref) return [];
    if (!options.recursive) return [...(this.#membersOf.get(ref) ?? [])];
    const people = new Set<PersonRecord>();
    for (const group of this.subtree(ref)) {
      this.#membersOf.get(group.ref)?.forEach(person => people.add(person));
    }
    return [...people];
  }

  /** The person's home: the first of their groups that the tree has. */
  homeOf(person: string): GroupRecord | undefined {
    return this.groupsOf(person)[0];
  }

  /** The groups that the person is in, home first. */
  groupsOf(person: string): GroupRecord[] {
    const refs = new Set(this.person(person)?.memberOf);
    return [...refs].flatMap(ref => this.get(ref) ?? []);
  }

  /** Refs of the groups that the person leads. */
  groupsLedBy(person: string): readonly string[] {
    return this.#ledBy.get(person) ?? [];
  }

  /** Whether the person is in an executive team, whose members may act for everybody. */
  isExecutive(person: string): boolean {
    return this.groupsOf(person).some(({ type }) => type === 'executive-team');
  }

  /**
   * The groups whose work is the person's own: those that they are in, home first, with the units
   * of these, since a unit is worked by the people of its squad.
   */
  workingGroupsOf(person: string): GroupRecord[] {
    const groups = this.groupsOf(person).flatMap(group => [
      group,
      ...this.children(group.ref).filter(({ type }) => type === 'unit'),
    ]);
    return [...new Set(groups)];
  }

  /**
   * Refs of the groups that the person may act for: those whose work is their own, those that
   * they lead with everything below, and for executives all.
   */
  withinGroups(person: string): Set<string> {
    if (!this.#people.has(person)) return new Set();
    if (this.isExecutive(person)) {
      return new Set(this.groups().map(({ ref }) => ref));
    }
    const own = this.workingGroupsOf(person);
    const led = this.groupsLedBy(person).flatMap(ref => this.subtree(ref));
    return new Set([...own, ...led].map(({ ref }) => ref));
  }

  /**
   * Adds up a figure from the leaves to the root in one pass.
   *
   * @param valueOf - the group's own figure
   */
  rollUp(valueOf: (ref: string) => number): Map<string, number> {
    return rollUp(this.#hierarchy, valueOf);
  }

  /** Counts the people of every group in one pass; see {@link PeopleCount}. */
  peopleCounts(): Map<string, PeopleCount> {
    const groups = [...this.#people.keys()].map(ref => this.groupsOf(ref));
    return countPeople(this.#hierarchy, groups);
  }

  #position(text: string): number | undefined {
    const known = this.#hierarchy.position.get(text);
    if (known !== undefined) return known;
    const ref = this.resolve(text);
    return ref === undefined ? undefined : this.#hierarchy.position.get(ref);
  }
}
