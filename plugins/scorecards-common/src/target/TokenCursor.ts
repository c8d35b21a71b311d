import { CustomErrorBase } from '@backstage/errors';
import type { Token } from './tokens';

/** Leaves the reading of a target where it stops to make sense. */
export class Rejection extends CustomErrorBase {
  name = 'Rejection' as const;
  readonly position: number;
  readonly suggestion?: string;

  constructor(position: number, message: string, suggestion?: string) {
    super(message);
    this.position = position;
    this.suggestion = suggestion;
  }
}

/** Goes through the tokens of a target. */
export class TokenCursor {
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** The token ahead, or one behind it; past the end it is the end. */
  peek(ahead = 0): Token {
    const index = Math.min(this.#next + ahead, this.#tokens.length - 1);
    return this.#tokens[index];
  }

  /** The token ahead if it is of the kind and one of the texts, which is then behind. */
  take(kind: Token['kind'], ...texts: string[]): Token | undefined {
    const token = this.peek();
    if (token.kind !== kind) return undefined;
    if (texts.length > 0 && !texts.includes(token.text)) return undefined;
    this.#next += 1;
    return token;
  }

  /** The same, of what must be there. */
  expect(kind: Token['kind'], what: string, ...texts: string[]): Token {
    const token = this.take(kind, ...texts);
    if (!token) {
      throw new Rejection(this.peek().position, `here ${what} is missing`);
    }
    return token;
  }
}
