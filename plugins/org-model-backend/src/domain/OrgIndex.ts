import {
  GroupDetail,
  GroupRecord,
  OrgSnapshot,
  OrgTree,
  RollUp,
  TreeProblem,
} from '@squadron/plugin-org-model-common';
import { digestOf } from './digest';
import type { OrgContent, SoftwareRecord } from './entities';
import { Ownership, ownersOf } from './owners';
import { findProblems } from './problems';

function recordOf(group: GroupDetail): GroupRecord {
  const { ref, name, type, title, code, parent, lead, lifecycle, roles } =
    group;
  return {
    ref,
    name,
    type,
    title,
    code,
    parent,
    lead,
    lifecycle,
    roles,
    onCall: group.onCall,
  };
}

/** Everything that pages ask, computed once from one reading of the catalog. Never changes. */
export class OrgIndex {
  readonly tree: OrgTree;
  readonly snapshot: OrgSnapshot;
  readonly digest: string;
  readonly software: readonly SoftwareRecord[];
  readonly owners: Ownership;
  readonly problems: readonly TreeProblem[];
  /** Refs of the golden paths. */
  readonly templates: ReadonlySet<string>;
  /** Refs of what has a documentation site of its own. */
  readonly documented: ReadonlySet<string>;
  readonly #details: Map<string, GroupDetail>;
  readonly #rollUps: Map<string, RollUp>;
  readonly #dependents = new Map<string, { from: string; for: string }[]>();

  constructor(content: OrgContent, at: string) {
    this.snapshot = {
      at,
      groups: content.groups.map(recordOf),
      people: content.people,
    };
    this.digest = digestOf(content);
    this.tree = new OrgTree(this.snapshot);
    this.software = content.software;
    this.templates = new Set(content.templates);
    this.documented = new Set(content.documented);
    this.owners = ownersOf(content.software, this.tree);
    this.#details = new Map(content.groups.map(each => [each.ref, each]));
    this.#rollUps = rollUps(this.tree, this.owners);
    for (const { ref, teamDependencies } of content.groups) {
      for (const dependency of teamDependencies) {
        const to = this.tree.resolve(dependency.ref);
        if (!to) continue;
        const from = this.#dependents.get(to) ?? [];
        this.#dependents.set(to, [...from, { from: ref, for: dependency.for }]);
      }
    }
    this.problems = [
      ...content.problems,
      ...findProblems(this.tree, this.#details),
    ];
  }

  /** The whole charter of a group of the tree. */
  detail(ref: string): GroupDetail {
    return this.#details.get(ref)!;
  }

  rollUp(ref: string): RollUp {
    return this.#rollUps.get(ref)!;
  }

  /** Who depends on the group, and for what. */
  dependents(ref: string): readonly { from: string; for: string }[] {
    return this.#dependents.get(ref) ?? [];
  }
}

function rollUps(tree: OrgTree, owners: Ownership): Map<string, RollUp> {
  const people = tree.peopleCounts();
  const systems = (ref: string) =>
    owners.ownedBy(ref).filter(({ kind }) => kind === 'System').length;
  const systemTotals = tree.rollUp(systems);
  const sizes = tree.rollUp(() => 1);
  return new Map(
    tree.groups().map(({ ref }) => [
      ref,
      {
        descendants: sizes.get(ref)! - 1,
        people: people.get(ref)!,
        systems: { direct: systems(ref), total: systemTotals.get(ref)! },
      },
    ]),
  );
}
