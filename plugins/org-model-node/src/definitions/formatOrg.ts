import { Document, isScalar, parseDocument, visit, YAMLMap } from 'yaml';

/** What says which thing it is stands first, whatever the author's order. */
const leadingFields = ['code', 'slug', 'name', 'id', 'title'];

/**
 * Puts the fields that name an item at its top. Comments, blank lines and everything else stay; a text
 * in which nothing moves is answered as it is.
 */
export function orderFields(text: string): string {
  const document = parseDocument(text);
  return moveLeadingFields(document)
    ? document.toString({ lineWidth: 0 })
    : text;
}

function moveLeadingFields(document: Document): boolean {
  let moved = false;
  visit(document, {
    Map: (_, map) => {
      const sorted = [...map.items].sort((a, b) => rank(a.key) - rank(b.key));
      if (sorted.some((pair, position) => pair !== map.items[position])) {
        keepSpaceBefore(map, sorted[0].key);
        map.items = sorted;
        moved = true;
      }
    },
  });
  return moved;
}

/** The blank line before an item belongs to the item, not to the field that happened to be first. */
function keepSpaceBefore(map: YAMLMap, newFirst: unknown): void {
  const oldFirst = map.items[0].key;
  if (!isScalar(oldFirst) || !isScalar(newFirst)) return;
  newFirst.spaceBefore = oldFirst.spaceBefore;
  oldFirst.spaceBefore = false;
}

function rank(key: unknown): number {
  const position = isScalar(key)
    ? leadingFields.indexOf(String(key.value))
    : -1;
  return position < 0 ? leadingFields.length : position;
}
