import { isMap, isScalar, isSeq, Node } from 'yaml';

/** A line of the navigation as `mkdocs.yml` has it. */
export interface NavEntry {
  title?: string;
  /** A page of the docs folder, or an address elsewhere. */
  target?: string;
  children?: NavEntry[];
  line: number;
}

/** Reads `nav`: pages, titled pages and titled lists of them. */
export function readNav(
  node: unknown,
  lineOf: (offset: number | undefined) => number,
): NavEntry[] | undefined {
  if (!isSeq(node)) return undefined;
  const entryOf = (item: unknown, title?: string): NavEntry[] => {
    const line = lineOf((item as Node | undefined)?.range?.[0]);
    if (isSeq(item)) {
      const children = item.items.flatMap(each => entryOf(each));
      return [{ title, children, line }];
    }
    if (isMap(item)) {
      return item.items.flatMap(({ key, value }) =>
        entryOf(value, String(isScalar(key) ? key.value : key)),
      );
    }
    if (isScalar(item) && typeof item.value === 'string') {
      return [{ title, target: item.value, line }];
    }
    return [];
  };
  return node.items.flatMap(item => entryOf(item));
}
