/** Where an entity is written. */
export interface DefinitionPlace {
  /** Short enough for a table cell: the last parts of the path. */
  label: string;
  /** The whole address, for a tooltip. */
  address: string;
  /** Set when a browser can open it. */
  href?: string;
}

const EDIT_URL = 'backstage.io/edit-url';
const LOCATIONS = [
  'backstage.io/managed-by-origin-location',
  'backstage.io/managed-by-location',
];

function short(path: string): string {
  const parts = path.split(/[/\\]/).filter(Boolean);
  const home = parts.lastIndexOf('catalog-info');
  return parts.slice(home >= 0 ? home : -3).join('/');
}

function webAddress(text: string): string | undefined {
  return /^https?:\/\//.test(text) ? text : undefined;
}

/** Reads from an entity's annotations where it is written, so that it can be put right there. */
export function definitionPlace(
  annotations: Record<string, string> = {},
): DefinitionPlace | undefined {
  const edit = webAddress(annotations[EDIT_URL] ?? '');
  const location = LOCATIONS.map(name => annotations[name]).findLast(Boolean);
  const target = location?.replace(/^[a-z][a-z-]*:(?=.)/, '');
  if (!target) {
    return edit ? { label: 'edit', address: edit, href: edit } : undefined;
  }
  return {
    label: short(target.replace(/^https?:\/\/[^/]+\//, '')),
    address: target,
    href: edit ?? webAddress(target),
  };
}
