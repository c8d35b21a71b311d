import { checkTarget, type TargetPositions } from './checkTarget';
import { formatTarget } from './formatTarget';
import { readAmount, readNines, readShare } from './readParts';
import { Rejection, TokenCursor } from './TokenCursor';
import type { Target, TargetOp } from './target';
import { tokenize } from './tokens';
import { timeUnits } from './words';

/** Why a text is no target. */
export interface TargetProblem {
  message: string;
  /** Index in the text, from 0. */
  position: number;
  /** What to write: `write >= 99.95%`. */
  suggestion?: string;
}

/** A target, or why there is none. */
export type ParsedTarget =
  { ok: true; target: Target } | { ok: false; problem: TargetProblem };

const MAX_LENGTH = 100;
const EXAMPLES =
  'write it like >= 99.95%, < 30 min, <= 2 h for 90%, 11 nines, >= 20/day or >= 4.7 of 5';

/**
 * Reads a target as people write it: `≥ 99.95 %`, `at most 2 hours for 90%`, `11×9`, `>= 4.7/5`.
 * Numbers stay decimals as they are written. What is not understood wholly is rejected, and so is
 * what contradicts itself, such as a share of more than 100 %.
 */
export function parseTarget(text: string): ParsedTarget {
  try {
    return { ok: true, target: readTarget(text) };
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    const { message, position, suggestion = EXAMPLES } = error;
    return { ok: false, problem: { message, position, suggestion } };
  }
}

function readTarget(text: string): Target {
  if (text.length > MAX_LENGTH) {
    throw new Rejection(
      MAX_LENGTH,
      `a target has at most ${MAX_LENGTH} characters`,
    );
  }
  const { tokens, strange } = tokenize(text);
  if (strange !== undefined) throw strangeSign(text, strange);
  const cursor = new TokenCursor(tokens);
  const op = cursor.take('op');
  const number = cursor.take('number');
  if (!number) throw noNumber(cursor);

  const nines = readNines(cursor, number);
  if (nines && op && op.text !== '>=') {
    throw new Rejection(
      op.position,
      `nines are a least value, which "${op.text}" contradicts`,
      `write ${number.text} nines`,
    );
  }
  if (!nines && !op) throw noOperator(text, number.position);

  const positions: TargetPositions = { value: number.position };
  const amount = nines
    ? { value: nines, unit: '%' }
    : readAmount(cursor, number.text, positions);
  const share = readShare(cursor, positions);
  const target: Target = {
    op: (op?.text ?? '>=') as TargetOp,
    ...amount,
    ...(share !== undefined && { share }),
  };
  expectEnd(cursor, target);
  checkTarget(target, positions);
  return target;
}

function strangeSign(text: string, position: number): Rejection {
  const sign = String.fromCodePoint(text.codePointAt(position) ?? 0);
  return new Rejection(
    position,
    `"${sign}" is not understood`,
    sign === ',' ? withPoint(text) : undefined,
  );
}

/** What to write for a decimal comma, if that was what it was. */
function withPoint(text: string): string | undefined {
  const pointed = text.replace(/(\d),(\d)/, '$1.$2');
  const parsed = pointed === text ? undefined : parseTarget(pointed);
  return parsed?.ok ? `write ${formatTarget(parsed.target)}` : undefined;
}

function noNumber(cursor: TokenCursor): Rejection {
  const { kind, text, position } = cursor.peek();
  return new Rejection(
    position,
    kind === 'end' ? 'here a number is missing' : `"${text}" is no number`,
  );
}

/** A direction is never guessed, but the likely one is proposed; other faults come first. */
function noOperator(text: string, position: number): Rejection {
  const guess = parseTarget(`>= ${text}`);
  if (!guess.ok) {
    const { problem } = guess;
    return new Rejection(
      problem.position - '>= '.length,
      problem.message,
      problem.suggestion,
    );
  }
  const isTime = timeUnits.has(guess.target.unit);
  const likely: Target = { ...guess.target, op: isTime ? '<=' : '>=' };
  return new Rejection(
    position,
    'it does not say whether more or less is better',
    `write ${formatTarget(likely)}`,
  );
}

function expectEnd(cursor: TokenCursor, target: Target): void {
  const { kind, text, position } = cursor.peek();
  if (kind === 'end') return;
  throw new Rejection(
    position,
    `"${text}" is not understood here`,
    `write ${formatTarget(target)}`,
  );
}
