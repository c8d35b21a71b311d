import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  Charter,
  charterSchema,
  kpiSchema,
} from '@squadron/plugin-org-model-common';
import { z } from 'zod/v3';
import { CompiledEntity } from '../definitions';
import { groupRef } from '../definitions/names';
import { unitAnchor } from './unitAnchor';

const groupSpecSchema = charterSchema.extend({
  type: z.string(),
  parent: z.string().optional(),
});

const personSpecSchema = z.object({
  profile: z.object({ email: z.string().optional() }).default({}),
  home: z.string(),
  memberOf: z.array(z.string()),
  role: z.string().optional(),
  joinedAt: z.string().optional(),
  responsibilities: z.array(z.string()).default([]),
  kpis: z.array(kpiSchema).default([]),
  source: z.string().optional(),
});

/** A group with its charter. */
export interface CharterGroup {
  ref: string;
  name: string;
  title: string;
  description?: string;
  /** The file that defines it. */
  file: string;
  type: string;
  parent?: string;
  /** What the service of a unit is called. */
  service?: string;
  charter: Charter;
}

/** A person as the pages name them. */
export type CharterPerson = z.infer<typeof personSpecSchema> & {
  ref: string;
  name: string;
  title: string;
};

/** A group that needs another, and what for. */
interface Dependent {
  group: CharterGroup;
  for: string;
}

/** What the pages of charters ask of an organization. */
export class CharterOrg {
  readonly #groups: ReadonlyMap<string, CharterGroup>;
  readonly #people: readonly CharterPerson[];
  readonly #systems: ReadonlySet<string>;

  constructor(entities: readonly CompiledEntity[]) {
    const ofKind = (kind: string) =>
      entities.filter(({ entity }) => entity.kind === kind);
    const services = new Map(
      ofKind('Component').map(({ entity: { metadata } }) => [
        metadata.name,
        metadata.title,
      ]),
    );
    const groups = ofKind('Group')
      .map(toGroup)
      .map(group => ({ ...group, service: services.get(group.name) }));
    this.#groups = new Map(groups.map(group => [group.ref, group]));
    this.#people = ofKind('User').map(({ entity }) => toPerson(entity));
    this.#systems = new Set(
      ofKind('System').map(({ entity }) => entity.metadata.name),
    );
  }

  /** Those that have a site of their own: their System is not that of a unit. */
  withSite(): CharterGroup[] {
    return [...this.#groups.values()].filter(group => this.hasSite(group));
  }

  hasSite({ name, type }: CharterGroup): boolean {
    return this.#systems.has(name) && type !== 'unit';
  }

  group(ref: string | undefined): CharterGroup | undefined {
    return ref === undefined ? undefined : this.#groups.get(ref);
  }

  /** The group that a cadence means by a name; other words mean none. */
  named(name: string): CharterGroup | undefined {
    return this.group(name.includes('/') ? name : groupRef(name));
  }

  person(ref: string | undefined): CharterPerson | undefined {
    return this.#people.find(person => person.ref === ref);
  }

  unitsOf({ ref }: CharterGroup): CharterGroup[] {
    return [...this.#groups.values()].filter(
      ({ type, parent }) => type === 'unit' && parent === ref,
    );
  }

  /** The groups in it that are neither units nor councils. */
  partsOf({ ref }: CharterGroup): CharterGroup[] {
    return [...this.#groups.values()].filter(
      ({ type, parent }) =>
        parent === ref && type !== 'unit' && type !== 'council',
    );
  }

  /** Everybody who belongs to it, those who are at home there first. */
  peopleOf({ ref }: CharterGroup): CharterPerson[] {
    const members = this.#people.filter(({ memberOf }) =>
      memberOf.includes(ref),
    );
    return [
      ...members.filter(({ home }) => home === ref),
      ...members.filter(({ home }) => home !== ref),
    ];
  }

  dependentsOf({ ref }: CharterGroup): Dependent[] {
    return [...this.#groups.values()].flatMap(group =>
      group.charter.teamDependencies
        .filter(dependency => dependency.ref === ref)
        .map(dependency => ({ group, for: dependency.for })),
    );
  }

  /** Councils that it holds, sits in by name, or sends one of its people to. */
  councilsOf(group: CharterGroup): CharterGroup[] {
    const people = this.peopleOf(group);
    const refs = [group, ...this.unitsOf(group)].map(({ ref }) => ref);
    return [...this.#groups.values()].filter(
      ({ type, ref, parent, charter }) =>
        type === 'council' &&
        ((parent !== undefined && refs.includes(parent)) ||
          charter.participants.some(words => names(words, group.title)) ||
          people.some(
            each => each.ref === charter.lead || each.memberOf.includes(ref),
          )),
    );
  }

  /** Where the portal shows a group best: on its site, or on the page of the catalog. */
  addressOf(group: CharterGroup): string {
    if (this.hasSite(group)) return `/docs/default/system/${group.name}/`;
    const squad = this.group(group.parent);
    return group.type === 'unit' && squad
      ? `${this.addressOf(squad)}#${unitAnchor(group.charter.code)}`
      : `/catalog/default/group/${group.name}`;
  }
}

/** `Platform & Operations (cloud providers)` names the group Platform & Operations. */
function names(words: string, title: string): boolean {
  return words === title || words.startsWith(`${title} (`);
}

function toGroup({ entity, place }: CompiledEntity): CharterGroup {
  const { type, parent, ...charter } = groupSpecSchema.parse(entity.spec);
  const { name, title = name, description } = entity.metadata;
  return {
    ref: stringifyEntityRef(entity),
    name,
    title,
    description,
    file: place.file,
    type,
    parent,
    charter,
  };
}

function toPerson(entity: Entity): CharterPerson {
  const { name, title = name } = entity.metadata;
  return {
    ...personSpecSchema.parse(entity.spec),
    ref: stringifyEntityRef(entity),
    name,
    title,
  };
}
