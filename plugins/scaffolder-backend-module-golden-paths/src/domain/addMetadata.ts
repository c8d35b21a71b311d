import { InputError } from '@backstage/errors';
import {
  type Document,
  type YAMLMap,
  isMap,
  isScalar,
  parseAllDocuments,
  stringify,
} from 'yaml';

type Texts = Readonly<Record<string, string>>;

/** What is to be written at a place of a text. */
interface Insertion {
  at: number;
  text: string;
}

const sections = ['labels', 'annotations'] as const;

/**
 * Adds labels and annotations to a component in a file of the catalog. What it has stays, and nothing else
 * of the file changes: neither comments nor the way it is written.
 *
 * @param name - of the component; other entities of the file stay as they are
 * @throws `InputError` when the file does not define the component in a way that can be added to
 */
export function addMetadata(
  text: string,
  name: string,
  added: Readonly<Record<(typeof sections)[number], Texts>>,
): string {
  const metadata = metadataOf(text, name);
  const insertions = sections.flatMap(section =>
    inserted(text, metadata, section, added[section]),
  );
  // From the end, so that places before stay where they are.
  return insertions
    .sort((a, b) => b.at - a.at)
    .reduce(
      (all, { at, text: more }) => all.slice(0, at) + more + all.slice(at),
      text,
    );
}

function metadataOf(text: string, name: string): YAMLMap {
  const documents: readonly Document[] = parseAllDocuments(text);
  const found = documents.find(
    each =>
      each.errors.length === 0 &&
      each.get('kind') === 'Component' &&
      each.getIn(['metadata', 'name']) === name,
  );
  const metadata = found?.get('metadata', true);
  if (isMap(metadata) && metadata.items.length > 0) return metadata;
  throw new InputError(
    `catalog-info.yaml does not define the component ${name}: define it there first`,
  );
}

function inserted(
  text: string,
  metadata: YAMLMap,
  section: string,
  added: Texts,
): Insertion[] {
  const pair = metadata.items.find(
    ({ key }) => isScalar(key) && key.value === section,
  );
  if (!pair) {
    return Object.keys(added).length > 0
      ? [before(text, metadata, { [section]: added })]
      : [];
  }
  const { value } = pair;
  if (!isMap(value) || value.items.length === 0) {
    throw new InputError(
      `\`metadata.${section}\` in catalog-info.yaml is empty: write one there, or take it out`,
    );
  }
  const missing = Object.entries(added).filter(([key]) => !value.has(key));
  return missing.length > 0
    ? [before(text, value, Object.fromEntries(missing))]
    : [];
}

/** Puts entries before the first of a map, in the way that the map is written. */
function before(text: string, map: YAMLMap, entries: object): Insertion {
  const [{ key }] = map.items;
  const at = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
  if (map.flow)
    return { at, text: `${JSON.stringify(entries).slice(1, -1)}, ` };
  const indent = ' '.repeat(at - text.lastIndexOf('\n', at - 1) - 1);
  const lines = stringify(entries, { lineWidth: 0 }).trimEnd().split('\n');
  return { at, text: lines.map(line => `${line}\n${indent}`).join('') };
}
