import { assertError, isError } from '@backstage/errors';
import { CollectError } from './CollectError';

/** More than any sensible answer; a flood must not fill the memory. */
const mostBytes = 20_000_000;

/** What a call fails with when nothing is there to answer, so that more calls would be in vain. */
export class UnreachableError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnreachableError';
  }
}

async function readText(response: Response, who: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) {
      throw new CollectError(
        'lasting',
        `The answer of ${who} is larger than ${mostBytes / 1e6} MB: ask for less`,
      );
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function reasonOf(error: Error): string {
  // The message of fetch is always the same; its cause says what happened.
  return isError(error.cause) ? error.cause.message : error.message;
}

/**
 * Sends a request and reads the answer whole, whatever its status. Redirects are not followed, since the
 * headers may hold a secret.
 *
 * @throws {@link CollectError} when it takes too long or answers too much, {@link UnreachableError} when nothing answers
 */
export async function fetchText(
  url: string,
  init: Pick<RequestInit, 'method' | 'headers' | 'body'>,
  options: {
    /** For messages. */
    who: string;
    timeoutSeconds: number;
    signal: AbortSignal;
    fetch?: typeof fetch;
  },
): Promise<{ status: number; text: string }> {
  const { who, timeoutSeconds, signal } = options;
  const timeout = AbortSignal.timeout(timeoutSeconds * 1_000);
  try {
    const response = await (options.fetch ?? fetch)(url, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.any([signal, timeout]),
    });
    return { status: response.status, text: await readText(response, who) };
  } catch (error) {
    assertError(error);
    signal.throwIfAborted();
    if (error instanceof CollectError) throw error;
    if (timeout.aborted) {
      throw new CollectError(
        'passing',
        `${who} does not answer within ${timeoutSeconds} s: make the query cheaper or the timeout longer`,
      );
    }
    throw new UnreachableError(
      `${who} does not answer at ${new URL(url).origin}: ${reasonOf(error)}`,
    );
  }
}
