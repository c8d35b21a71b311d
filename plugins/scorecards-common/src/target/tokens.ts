import { opWords } from './words';

/** A piece of a target's text: an operator, a number, a word or a sign. */
export interface Token {
  kind: 'op' | 'number' | 'word' | 'sign' | 'end';
  /** As it counts: the operator, the number in ASCII digits, the word in lower case. */
  text: string;
  /** Index in the text. */
  position: number;
}

const patterns: readonly (readonly [Token['kind'], RegExp])[] = [
  ['number', /[-+−–]?\d+(?:\.\d+)?/y],
  ['word', /[a-z]+/iy],
  ['sign', /[%/()×*]/y],
];

/**
 * Cuts a target's text into tokens. A sign that means nothing is the last token,
 * and stands where it was found.
 */
export function tokenize(text: string): {
  tokens: Token[];
  /** Where a character stands that belongs to no token. */
  strange?: number;
} {
  const tokens: Token[] = [];
  let position = skipSpace(text, 0);
  while (position < text.length) {
    const token = opAt(text, position) ?? patternAt(text, position);
    if (!token) return { tokens, strange: position };
    tokens.push(token);
    position = skipSpace(text, token.end);
  }
  tokens.push({ kind: 'end', text: '', position: text.trimEnd().length });
  return { tokens };
}

function skipSpace(text: string, from: number): number {
  const space = /\s*/y;
  space.lastIndex = from;
  return from + (space.exec(text)?.[0].length ?? 0);
}

type CutToken = Token & { end: number };

function opAt(text: string, position: number): CutToken | undefined {
  const rest = text.slice(position).toLowerCase();
  for (const [spelling, op] of opWords) {
    const isWhole =
      !/[a-z]/.test(spelling) || !/^[a-z]/.test(rest.slice(spelling.length));
    if (rest.startsWith(spelling) && isWhole) {
      return {
        kind: 'op',
        text: op,
        position,
        end: position + spelling.length,
      };
    }
  }
  return undefined;
}

function patternAt(text: string, position: number): CutToken | undefined {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = position;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) {
      return {
        kind,
        text: kind === 'number' ? asciiNumber(found) : found.toLowerCase(),
        position,
        end: position + found.length,
      };
    }
  }
  return undefined;
}

/** A typographic minus is one, a plus says nothing, zeros in front neither. */
function asciiNumber(text: string): string {
  const number = text
    .replace(/^[−–]/, '-')
    .replace(/^\+/, '')
    .replace(/^(-?)0+(?=\d)/, '$1');
  return /^-0(\.0+)?$/.test(number) ? number.slice(1) : number;
}
