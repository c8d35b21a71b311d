import { Document, isAlias, isMap, isPair, isScalar, isSeq, Node } from 'yaml';
import type { LineCounter } from 'yaml';

/** The way from the top of a file to a value: field names and list indexes. */
export type DefinitionPath = readonly (string | number)[];

/** Both count from 1. */
export interface SourcePosition {
  line: number;
  column: number;
}

const start: SourcePosition = { line: 1, column: 1 };

/** Says where in its text the parts of a YAML document stand. */
export class YamlSource {
  readonly #document: Document;
  readonly #lines: LineCounter;

  constructor(document: Document, lines: LineCounter) {
    this.#document = document;
    this.#lines = lines;
  }

  /**
   * Where a value stands, or the nearest part around it that exists. With `field` the answer
   * is where the field's name stands.
   */
  at(path: DefinitionPath, target: 'value' | 'field' = 'value') {
    let node = this.#resolve(this.#document.contents);
    let offset = node?.range?.[0];
    for (const [index, segment] of path.entries()) {
      const { key, value } = child(node, segment);
      if (!key && !value) break;
      const isLast = index === path.length - 1;
      node = this.#resolve(value);
      const showField =
        key && (!isScalar(node) || (isLast && target === 'field'));
      offset = (showField ? key : (value ?? key))?.range?.[0] ?? offset;
    }
    return this.position(offset);
  }

  /** Turns an offset in the text into line and column. */
  position(offset: number | undefined): SourcePosition {
    if (offset === undefined) return start;
    const { line, col } = this.#lines.linePos(offset);
    return { line, column: col };
  }

  #resolve(node: Node | null | undefined): Node | undefined {
    if (isAlias(node)) return node.resolve(this.#document);
    return node ?? undefined;
  }
}

function child(
  node: Node | undefined,
  segment: string | number,
): { key?: Node; value?: Node } {
  if (isSeq(node)) {
    const item = node.items[Number(segment)];
    return { value: item as Node | undefined };
  }
  if (!isMap(node)) return {};
  const pair = node.items.find(
    item =>
      isPair(item) &&
      isScalar(item.key) &&
      String(item.key.value) === String(segment),
  );
  return {
    key: (pair?.key ?? undefined) as Node | undefined,
    value: (pair?.value ?? undefined) as Node | undefined,
  };
}
