/** A field of a result in which the search engine put tags around what was asked. */
export interface Highlight {
  preTag: string;
  postTag: string;
  fields: { [field: string]: string };
}

interface Passage {
  text: string;
  marked: boolean;
}

const LONGEST = 240;
const BEFORE_MARK = 60;

/** The part of a text that shows why it was found: around the first mark, else the beginning. */
export function excerptOf(text: string, highlight?: Highlight): Passage[] {
  const passages = passagesOf(highlight?.fields.text || text, highlight);
  const whole = passages.map(passage => passage.text).join('');
  const firstMark = whole.length - lengthFromFirstMark(passages);
  const start =
    firstMark > BEFORE_MARK ? wordAfter(whole, firstMark - BEFORE_MARK) : 0;
  const end =
    whole.length > start + LONGEST
      ? wordBefore(whole, start + LONGEST)
      : whole.length;
  const shown = cut(passages, start, end);
  const original = oneLine(text).trim();
  const beginsLater = start > 0 || !original.startsWith(whole.trim());
  const endsEarlier = end < whole.length || !original.endsWith(whole.trim());
  return [
    ...(beginsLater ? [{ text: '… ', marked: false }] : []),
    ...shown,
    ...(endsEarlier ? [{ text: ' …', marked: false }] : []),
  ];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function passagesOf(text: string, tags?: Highlight): Passage[] {
  if (!tags?.preTag || !tags.postTag) {
    return [{ text: oneLine(text).trim(), marked: false }];
  }
  const [before, ...marked] = oneLine(text).split(tags.preTag);
  return [
    { text: before, marked: false },
    ...marked.flatMap(each => {
      const [inside, ...after] = each.split(tags.postTag);
      return [
        { text: inside, marked: true },
        { text: after.join(''), marked: false },
      ];
    }),
  ].filter(passage => passage.text);
}

/** Nothing marked counts as if the beginning were. */
function lengthFromFirstMark(passages: Passage[]): number {
  const first = passages.findIndex(({ marked }) => marked);
  return passages
    .slice(Math.max(first, 0))
    .reduce((length, { text }) => length + text.length, 0);
}

function wordAfter(text: string, position: number): number {
  const space = text.indexOf(' ', position);
  return space < 0 || space > position + BEFORE_MARK ? position : space + 1;
}

function wordBefore(text: string, position: number): number {
  const space = text.lastIndexOf(' ', position);
  return space < position - BEFORE_MARK ? position : space;
}

function cut(passages: Passage[], start: number, end: number): Passage[] {
  let offset = 0;
  return passages
    .map(({ text, marked }) => {
      const from = offset;
      offset += text.length;
      return {
        text: text.slice(Math.max(start - from, 0), Math.max(end - from, 0)),
        marked,
      };
    })
    .filter(({ text }) => text);
}
