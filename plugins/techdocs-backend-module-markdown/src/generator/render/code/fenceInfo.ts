/** What stands behind the fence of a code block. */
export interface FenceInfo {
  language?: string;
  title?: string;
  /** The number of the first line, if lines are numbered. */
  firstLine?: number;
  /** Lines that stand out, counted from 1. */
  marked: number[];
  classes: string[];
}

/** Reads `python title="app.py" linenums="1" hl_lines="2 4-5"`, also in braces as `{ .python … }`. */
export function readFenceInfo(info: string): FenceInfo {
  const braced = info.match(/^\{(.*)\}\s*$/)?.[1];
  const rest = braced ?? info.replace(/^[^\s{]*/, '');
  const classes = [...rest.matchAll(/(?:^|\s)\.([\w+#-]+)/g)].map(
    ([, name]) => name,
  );
  const [first] = info.match(/^[^\s{]+/) ?? [];
  const language = first ?? classes.shift();
  const option = (name: string) =>
    rest.match(new RegExp(`(?:^|[\\s{])${name}=(["'])(.*?)\\1`))?.[2];
  const firstLine = Number.parseInt(option('linenums') ?? '', 10);
  return {
    language: language?.toLowerCase(),
    title: option('title'),
    firstLine: Number.isNaN(firstLine) ? undefined : firstLine,
    marked: linesIn(option('hl_lines') ?? rest.match(/\{([\d,\s-]+)\}/)?.[1]),
    classes,
  };
}

const MOST_MARKED = 10_000;

function linesIn(ranges: string | undefined): number[] {
  return (ranges ?? '')
    .split(/[\s,]+/)
    .filter(Boolean)
    .flatMap(range => {
      const [from, to = from] = range.split('-').map(Number);
      const length = Math.min(to - from + 1, MOST_MARKED);
      return length > 0
        ? Array.from({ length }, (_, index) => from + index)
        : [];
    });
}
