/** A block that holds other blocks and that CommonMark does not know. */
export type BlockDescriptor =
  | { kind: 'admonition'; classes: string[]; title?: string }
  | { kind: 'details'; classes: string[]; title?: string; open: boolean }
  | { kind: 'tab'; title: string; startsSet: boolean };

export const BLOCK_DIRECTIVE = 'squadron-block';

const admonition =
  /^( *)(!!!|\?\?\?\+?) +([\w-]+(?: +[\w-]+)*)(?: +"(.*)")? *$/;
const tab = /^( *)===([!+]?) +["'](.+)["'] *$/;
const fenced = /^( *)(:{3,}) *([\w-]+)(?: +(.+)| *\[(.*)\])? *$/;

/** The names that other generators give to blocks between lines of `:::`. */
const fencedNames: Record<string, string> = {
  note: 'note',
  abstract: 'abstract',
  summary: 'abstract',
  info: 'info',
  tip: 'tip',
  hint: 'tip',
  important: 'tip',
  success: 'success',
  question: 'question',
  warning: 'warning',
  caution: 'warning',
  attention: 'warning',
  failure: 'failure',
  danger: 'danger',
  error: 'danger',
  bug: 'bug',
  example: 'example',
  quote: 'quote',
};

/** Where a block opens: its descriptor, how far it is indented, and how its end is written. */
export interface BlockOpening {
  block: BlockDescriptor;
  indent: number;
  /** The number of colons that closes it; otherwise it ends with its indentation. */
  colons?: number;
}

/** Reads the line that opens an admonition, a collapsible block or a tab. */
export function readOpening(line: string): BlockOpening | undefined {
  const [, tabIndent, set, tabTitle] = line.match(tab) ?? [];
  if (tabTitle !== undefined) {
    return {
      block: { kind: 'tab', title: tabTitle, startsSet: set === '!' },
      indent: tabIndent.length,
    };
  }
  const [, indent, marks, names, title] = line.match(admonition) ?? [];
  if (names !== undefined) {
    const classes = names.split(/ +/);
    return {
      block: marks.startsWith('?')
        ? { kind: 'details', classes, title, open: marks.endsWith('+') }
        : { kind: 'admonition', classes, title },
      indent: indent.length,
    };
  }
  return readFenced(line);
}

function readFenced(line: string): BlockOpening | undefined {
  const [, indent, colons, name, title, label] = line.match(fenced) ?? [];
  if (name === undefined) return undefined;
  const common = {
    indent: indent.length,
    colons: colons.length,
  };
  const shown = title ?? label;
  if (name === 'details') {
    const block: BlockDescriptor = {
      kind: 'details',
      classes: ['note'],
      title: shown,
      open: false,
    };
    return { ...common, block };
  }
  if (!Object.hasOwn(fencedNames, name)) return undefined;
  const block: BlockDescriptor = {
    kind: 'admonition',
    classes: [fencedNames[name]],
    title: shown ?? wordOf(name),
  };
  return { ...common, block };
}

export function wordOf(name: string): string {
  const words = name.replace(/-/g, ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
