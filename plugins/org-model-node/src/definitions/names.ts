/** A Backstage name has at most so many characters. */
export const MAX_NAME_LENGTH = 63;

/** Makes a name of a text: lower-case letters and digits, with `-` for anything else. */
export function toName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('+', '-plus')
    .replaceAll('#', '-sharp')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Takes a version off the end of a technology's name: `Istio 1.23`, `Kubernetes v1.30`, `Go (1.25+)`. */
export function withoutVersion(text: string): string {
  return text
    .replace(
      /[\s(]+(?:[≥>=~^]+\s*)?(?:v\d+(?:\.(?:\d+|x))*|\d+(?:\.(?:\d+|x))+)\+?\)?$/i,
      '',
    )
    .trim();
}

/** The reference of a group by its name. */
export function groupRef(name: string): string {
  return `group:default/${name}`;
}

/** The reference of a person by their name. */
export function userRef(name: string): string {
  return `user:default/${name}`;
}
