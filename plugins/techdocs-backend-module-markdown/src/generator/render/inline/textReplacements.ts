import type { ElementContent, Nodes, Parents } from 'hast';
import { findAndReplace } from 'hast-util-find-and-replace';
import { nameToEmoji } from 'gemoji';
import { element, text } from '../hast';
import { keyLabel } from './keys';

const symbols: Record<string, string> = {
  '(c)': '©',
  '(r)': '®',
  '(tm)': '™',
  '+/-': '±',
  '-->': '→',
  '<--': '←',
  '<-->': '↔',
  '=/=': '≠',
  '1/2': '½',
  '1/4': '¼',
  '3/4': '¾',
};

const ignore = ['a', 'code', 'pre', 'kbd', 'script', 'style', 'title'];

const pairs: [RegExp, (found: string, inner: string) => Replacement][] = [
  [/(?<![\w/@.-])(?:https?:\/\/|www\.)[^\s<>"]+/gi, webLink],
  [/(?<![\w/@.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, mailLink],
  [/\{\+\+(.+?)\+\+\}/g, (_, added) => element('ins', {}, [text(added)])],
  [/\{--(.+?)--\}/g, (_, gone) => element('del', {}, [text(gone)])],
  [
    /\{>>(.+?)<<\}/g,
    (_, said) => element('span', { className: ['critic'] }, [text(said)]),
  ],
  [/\+\+([a-z0-9"'.,/\\_-]+(?:\+[a-z0-9"'.,/\\_-]+)*)\+\+/gi, keys],
  [/:([a-z0-9_+-]+):/g, emoji],
  [/\^([^\s^]+)\^/g, (_, raised) => element('sup', {}, [text(raised)])],
  [/~([^\s~]+)~/g, (_, lowered) => element('sub', {}, [text(lowered)])],
  [/<?-->|<--|\(c\)|\(r\)|\(tm\)|\+\/-|=\/=/gi, sign],
  [/(?<![\w./])[13]\/[24](?![\w./])/g, sign],
];

/** All text in which something may be replaced. */
function proseOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  if (node.type === 'element' && ignore.includes(node.tagName)) return '';
  return node.children.map(proseOf).join(' ');
}

type Replacement = ElementContent | ElementContent[] | string | false;

/** Replaces shortcodes, keys, signs and abbreviations in the prose of a page. */
export function replaceInText(
  tree: Parents,
  meanings: Map<string, string>,
): void {
  const all = proseOf(tree);
  // Each pattern walks the whole tree, so only those that find something do.
  const found = pairs.filter(([pattern]) => all.search(pattern) >= 0);
  findAndReplace(tree, found, { ignore });
  if (meanings.size > 0) replaceAbbreviations(tree, meanings);
}

/** Signs at the end belong to the sentence, and so does a bracket that the address did not open. */
function webLink(found: string): ElementContent[] {
  let end = found.length;
  for (; end > 0; end -= 1) {
    const address = found.slice(0, end);
    const closing = address.endsWith(')') && !address.includes('(');
    if (!closing && !/[.,:;!?'"*_~\]]$/.test(address)) break;
  }
  const address = found.slice(0, end);
  const href = /^www/i.test(address) ? `https://${address}` : address;
  return [element('a', { href }, [text(address)]), text(found.slice(end))];
}

function mailLink(found: string): ElementContent {
  const address = found.replace(/[.-]+$/, '');
  return element('a', { href: `mailto:${address}` }, [text(address)]);
}

function sign(found: string): string | false {
  return symbols[found.toLowerCase()] ?? false;
}

function emoji(_: string, name: string): ElementContent | false {
  const found = Object.hasOwn(nameToEmoji, name) && nameToEmoji[name];
  return found
    ? element(
        'span',
        { className: ['twemoji'], role: 'img', ariaLabel: name },
        [text(found)],
      )
    : false;
}

function keys(_: string, names: string): ElementContent {
  const pressed = names
    .split('+')
    .flatMap((name, index) => [
      ...(index > 0 ? [element('span', {}, [text('+')])] : []),
      element('kbd', {}, [text(keyLabel(name))]),
    ]);
  return element('span', { className: ['keys'] }, pressed);
}

function replaceAbbreviations(
  tree: Parents,
  meanings: Map<string, string>,
): void {
  const longestFirst = [...meanings.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${longestFirst.map(escape).join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );
  findAndReplace(
    tree,
    [
      pattern,
      (short: string) =>
        element('abbr', { title: meanings.get(short) }, [text(short)]),
    ],
    { ignore: [...ignore, 'abbr', 'svg'] },
  );
}

function escape(literal: string): string {
  return literal.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
