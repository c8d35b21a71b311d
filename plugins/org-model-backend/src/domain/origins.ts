import {
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type {
  GroupDetail,
  PersonRecord,
  TreeProblem,
} from '@squadron/plugin-org-model-common';

/** Types that give rights over everybody, which nobody may give themselves by a Location. */
const rulingTypes = ['organization', 'executive-team'];
const plainType = 'team';

/**
 * Where the catalog has each entity from. It writes the origin itself, so that no author can forge
 * it. Everybody who leads may register a Location; what comes from one has rights over nothing
 * that comes from elsewhere.
 */
export class Origins {
  readonly #originOf: Map<string, string | undefined>;

  constructor(entities: readonly Entity[]) {
    this.#originOf = new Map(
      entities.map(entity => [
        stringifyEntityRef(entity),
        entity.metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION],
      ]),
    );
  }

  /** Whether it comes from a Location that somebody registered. */
  isRegistered(ref: string): boolean {
    return Boolean(this.#originOf.get(ref)?.startsWith('url:'));
  }

  areSame(ref: string, other: string): boolean {
    return this.#originOf.get(ref) === this.#originOf.get(other);
  }

  /** Whether a person may be in a group or lead it. */
  mayHold(person: string, group: string): boolean {
    return !this.isRegistered(person) || this.areSame(person, group);
  }
}

/** Takes from what comes from Locations the rights that these cannot give, and says so. */
export function takeForeignRights(
  groups: GroupDetail[],
  people: PersonRecord[],
  origins: Origins,
  problems: TreeProblem[],
): void {
  for (const group of groups) {
    const { ref, title, type, lead } = group;
    const report = (message: string) =>
      problems.push({ ref, title, kind: 'untrusted', message });
    if (rulingTypes.includes(type) && origins.isRegistered(ref)) {
      report(
        `It comes from a registered Location, which cannot bring a group of type ${type}: it counts as a ${plainType}; give it another type or define it with the organization`,
      );
      group.type = plainType;
    }
    if (lead && !origins.mayHold(lead, ref)) {
      report(
        `Its lead ${lead} comes from a registered Location and leads nothing outside of it: define that person with the organization`,
      );
      group.lead = undefined;
    }
  }
  for (const person of people) {
    const { ref, title, memberOf } = person;
    person.memberOf = memberOf.filter(group => origins.mayHold(ref, group));
    const lost = memberOf.filter(group => !origins.mayHold(ref, group));
    if (lost.length === 0) continue;
    problems.push({
      ref,
      title,
      kind: 'untrusted',
      message: `They come from a registered Location and are not in ${lost.join(', ')}, which is from elsewhere: define them with the organization`,
    });
  }
}
