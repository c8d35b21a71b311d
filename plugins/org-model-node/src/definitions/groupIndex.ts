import { nearest, placeText, ProblemList } from '@squadron/backend-kit';
import { DeclaredGroup } from './declarations';
import { MAX_NAME_LENGTH } from './names';

/** What a reference led to. */
export type Found =
  | { group: DeclaredGroup }
  | { group?: undefined; message: string; fix: string };

/** Finds groups by what authors call them: code, squad and unit code, or name. */
export class GroupIndex {
  readonly #byName = new Map<string, DeclaredGroup>();
  readonly #byCode = new Map<string, DeclaredGroup[]>();
  /** What to suggest, as an author would write it. */
  readonly #words: string[] = [];

  constructor(groups: readonly DeclaredGroup[]) {
    for (const group of groups) {
      // What is there twice is reported as such; references to it count for the first.
      if (this.#byName.has(group.name)) continue;
      this.#byName.set(group.name, group);
      this.#words.push(group.name);
      for (const code of codesOf(group)) {
        const key = code.toLowerCase();
        this.#byCode.set(key, [...(this.#byCode.get(key) ?? []), group]);
        this.#words.push(code);
      }
    }
  }

  /** The group of a name, if there is one. */
  get(name: string): DeclaredGroup | undefined {
    return this.#byName.get(name);
  }

  /** Looks a reference up; when it leads nowhere or to several groups, says what to write instead. */
  find(reference: string): Found {
    const text = reference.replace(/^group:(default\/)?/i, '').toLowerCase();
    const named = this.#byName.get(text);
    if (named) return { group: named };
    const coded = this.#byCode.get(text) ?? [];
    const [first, second] = preferred(coded);
    if (first && !second) return { group: first };
    if (second) {
      const choices = coded.map(each => codesOf(each).at(-1));
      return {
        message: `"${reference}" is a code of several groups`,
        fix: `write one of ${choices.join(', ')}`,
      };
    }
    const meant = nearest(text, this.#words);
    return {
      message: `there is no group "${reference}"`,
      fix: meant
        ? `write ${meant}, or add that group`
        : 'write the code or the name of a group, or add that group',
    };
  }
}

/** A unit answers to its own code and to the one with its squad in front. */
function codesOf(group: DeclaredGroup): string[] {
  if (!group.code) return [];
  return group.type === 'unit' && group.within
    ? [group.code, `${group.within.code}/${group.code}`]
    : [group.code];
}

function preferred(groups: DeclaredGroup[]): DeclaredGroup[] {
  const larger = groups.filter(({ type }) => type !== 'unit');
  return larger.length > 0 ? larger : groups;
}

/** Says which codes and names are there twice, or too long. */
export function checkNames(
  groups: readonly DeclaredGroup[],
  problems: ProblemList,
): void {
  const byName = new Map<string, DeclaredGroup>();
  const byCode = new Map<string, DeclaredGroup>();
  for (const group of groups) {
    const sameName = byName.get(group.name);
    const code = group.type === 'unit' ? undefined : group.code?.toLowerCase();
    const sameCode = code === undefined ? undefined : byCode.get(code);
    const other = sameName ?? sameCode;
    if (other) reportTwice(group, other, problems);
    byName.set(group.name, sameName ?? group);
    if (code !== undefined) byCode.set(code, sameCode ?? group);
    if (group.name.length > MAX_NAME_LENGTH) {
      problems.error(
        keyPlace(group),
        `the name ${group.name} has ${group.name.length} characters, and ${MAX_NAME_LENGTH} are allowed`,
        `shorten the ${keyWord(group)} "${group.key}"`,
      );
    }
  }
}

function reportTwice(
  group: DeclaredGroup,
  other: DeclaredGroup,
  problems: ProblemList,
): void {
  const first = placeText(keyPlace(other));
  if (group.type === 'organization' && other.type === 'organization') {
    problems.error(
      group.place,
      `there are two companies; the first is at ${first}`,
      'keep one of them',
    );
    return;
  }
  const word = keyWord(group);
  const message =
    group.key === other.key || group.name !== other.name
      ? `the ${word} "${group.key}" is there twice; the first is at ${first}`
      : `"${group.key}" becomes the name ${group.name}, and so does "${other.key}" at ${first}`;
  problems.error(
    keyPlace(group),
    message,
    `give one of the two another ${word}`,
  );
}

function keyWord({ code }: DeclaredGroup): 'code' | 'slug' {
  return code === undefined ? 'slug' : 'code';
}

function keyPlace(group: DeclaredGroup) {
  const isNamed = !['organization', 'executive-team'].includes(group.type);
  return isNamed ? group.at([keyWord(group)]) : group.place;
}
