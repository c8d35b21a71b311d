import {
  DefinitionFile,
  locateIn,
  Place,
  placeText,
  ProblemList,
} from '@squadron/backend-kit';
import { DeclaredGroup } from './declarations';
import { GroupIndex } from './groupIndex';
import { MAX_NAME_LENGTH, toName, withoutVersion } from './names';
import { OrgFile, OrgTechnology } from './schema';

/** A technology that becomes a Resource. */
export interface Technology {
  name: string;
  title: string;
  description?: string;
  /** Name of the group that owns it. */
  owner?: string;
  place: Place;
}

interface Entry {
  technology: OrgTechnology;
  place: Place;
}

/** The technologies of all stacks, and which one a text of a stack stands for. */
export class TechnologyRegister {
  readonly #byName = new Map<string, Technology>();
  readonly #byWord = new Map<string, Entry>();

  /** In the order of reading: those that files list, then those that only stacks name. */
  all(): Technology[] {
    return [...this.#byName.values()];
  }

  /** Name of the technology that a text stands for. */
  nameOf(text: string): string {
    const entry =
      this.#byWord.get(toName(text)) ?? this.#byWord.get(word(text));
    return technologyName(entry?.technology.slug ?? word(text));
  }

  /** Takes the list of a file; says which words stand for two technologies. */
  addListed(
    file: DefinitionFile<OrgFile>,
    index: GroupIndex,
    problems: ProblemList,
  ): void {
    for (const [position, technology] of file.value.technologies.entries()) {
      const at = locateIn(file, ['technologies', position]);
      const entry = { technology, place: at([]) };
      this.#addWord(toName(technology.slug), entry, at(['slug']), problems);
      this.#addWord(toName(technology.title), entry, at(['title']), problems);
      technology.aliases.forEach((alias, a) => {
        this.#addWord(toName(alias), entry, at(['aliases', a]), problems);
      });
      const { slug, title, description } = technology;
      const name = technologyName(slug);
      const owner = steward(technology, index, problems, at(['steward']));
      if (!this.#byName.has(name)) {
        const { place } = entry;
        this.#byName.set(name, { name, title, description, owner, place });
      }
      checkLength(name, at(['slug']), problems);
    }
  }

  /** Takes a group's stack; the first squad that lists a technology owns it. */
  addStack(group: DeclaredGroup, problems: ProblemList): void {
    const owner = group.type === 'unit' ? (group.within ?? group) : group;
    group.charter.stack.forEach((text, position) => {
      const name = this.nameOf(text);
      const place = group.at(['stack', position]);
      const known = this.#byName.get(name);
      if (known) known.owner ??= owner.name;
      else {
        const title = withoutVersion(text);
        this.#byName.set(name, { name, title, owner: owner.name, place });
        checkLength(name, place, problems);
      }
    });
  }

  #addWord(key: string, entry: Entry, place: Place, problems: ProblemList) {
    const other = this.#byWord.get(key);
    if (!other) {
      this.#byWord.set(key, entry);
    } else if (other.technology !== entry.technology) {
      problems.error(
        place,
        `"${key}" stands for two technologies: ${other.technology.slug} (${placeText(other.place)}) and ${entry.technology.slug}`,
        'keep it in one of the two',
      );
    }
  }
}

/** `tech-istio` for `istio`. */
function technologyName(slug: string): string {
  return `tech-${slug}`;
}

function word(text: string): string {
  return toName(withoutVersion(text));
}

function steward(
  technology: OrgTechnology,
  index: GroupIndex,
  problems: ProblemList,
  place: Place,
): string | undefined {
  if (technology.steward === undefined) return undefined;
  const found = index.find(technology.steward);
  if (found.group) return found.group.name;
  problems.error(
    place,
    `the steward of ${technology.slug} is unknown: ${found.message}`,
    found.fix,
  );
  return undefined;
}

function checkLength(name: string, place: Place, problems: ProblemList) {
  const isEmpty = name === technologyName('');
  if (!isEmpty && name.length <= MAX_NAME_LENGTH) return;
  problems.error(
    place,
    isEmpty
      ? 'this text makes no name, since it has no letter from a to z and no digit'
      : `the name ${name} has ${name.length} characters, and ${MAX_NAME_LENGTH} are allowed`,
    'list it under `technologies` with a short slug, and this text as an alias',
  );
}
