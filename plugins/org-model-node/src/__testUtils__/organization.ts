import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { Charter, charterSchema } from '@squadron/plugin-org-model-common';
import { resolve } from 'node:path';
import { loadOrg } from '../definitions';

const root = resolve(__dirname, '../../../..');

/** The path of a file of the repository. */
export const inRepository = (path: string): string => resolve(root, path);

/** The name that a document's code or title has in the catalog, without its prefix. */
export const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
export const squadName = (code: string): string => `squad-${slug(code)}`;
export const unitName = (squad: string, unit: string): string =>
  `unit-${slug(squad)}-${slug(unit)}`;
/** `1B` is a division, `B-1` a squad. */
export const groupName = (code: string): string =>
  /^\d/.test(code) ? `division-${slug(code)}` : squadName(code);

export const specOf = (entity: Entity): JsonObject => entity.spec ?? {};
export const titlesOf = (entities: Entity[]) =>
  entities.map(({ metadata }) => metadata.title);
export const namesOf = (entities: Entity[]) =>
  entities.map(({ metadata }) => metadata.name);

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    word => word.length > 2 || /\d/.test(word),
  );

/** The words of a text that stand nowhere in another, not even as the start of a word. */
export const wordsLost = (text: string, within: string): string[] => {
  const words = wordsOf(within);
  return wordsOf(text).filter(
    word => !words.some(other => other.startsWith(word)),
  );
};

/** The figures and proper names of a sentence: all but the first of its capital words. */
export const namesAndFigures = (sentence: string): string =>
  sentence
    .replace(/^\w+/, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => /[\p{Lu}\d]/u.test(word))
    .join(' ');

/** The repository's own organization, compiled, with what tests ask of it. */
export class Organization {
  private constructor(
    readonly entities: Entity[],
    readonly problems: unknown[],
  ) {}

  static async load(): Promise<Organization> {
    const directory = inRepository('catalog-info/org');
    const { entities, problems } = await loadOrg([{ directory }]);
    return new Organization(
      entities.map(({ entity }) => entity),
      problems,
    );
  }

  find(kind: string, name: string): Entity {
    const found = this.entities.find(
      entity => entity.kind === kind && entity.metadata.name === name,
    );
    if (!found) throw new Error(`${kind} ${name} is missing`);
    return found;
  }

  group(name: string): Entity {
    return this.find('Group', name);
  }

  charter(name: string): Charter {
    return charterSchema.parse(this.group(name).spec);
  }

  ofType(kind: string, type: string): Entity[] {
    return this.entities.filter(
      entity => entity.kind === kind && specOf(entity).type === type,
    );
  }

  childrenOf(name: string): Entity[] {
    return this.entities.filter(
      ({ kind, spec }) =>
        kind === 'Group' && spec?.parent === `group:default/${name}`,
    );
  }

  /** Everybody who belongs to a group, at home or by a dotted line. */
  membersOf(name: string): Entity[] {
    return this.entities.filter(
      ({ kind, spec }) =>
        kind === 'User' &&
        (spec?.memberOf as string[]).includes(`group:default/${name}`),
    );
  }

  /** Those who are at home in a group. */
  homesOf(name: string): Entity[] {
    return this.membersOf(name).filter(
      ({ spec }) => (spec?.memberOf as string[])[0] === `group:default/${name}`,
    );
  }

  /** All that the catalog says of groups, of their children and of their members. */
  said(...names: string[]): string {
    return names
      .flatMap(name => [
        this.group(name),
        ...this.childrenOf(name),
        ...this.membersOf(name),
      ])
      .map(({ metadata, spec }) => JSON.stringify([metadata, spec]))
      .join(' ');
  }
}
