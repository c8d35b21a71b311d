import { InputError } from '@backstage/errors';

const MAX_HEADER_LENGTH = 16_384;

/** A line that is not empty; its fields in quotes may have ends of lines. */
const firstLine = /^\n*((?:"(?:[^"]|"")*"|[^"\n])+)\n/;

/** What a file is read from: a stream of bytes or text, such as a request, or the whole text. */
export type TextSource = string | AsyncIterable<Uint8Array | string>;

function decode(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    throw new InputError(
      'The file is no text in UTF-8: save it as “CSV UTF-8” and send it again',
    );
  }
}

async function* decoded(source: TextSource): AsyncGenerator<string, void> {
  if (typeof source === 'string') {
    yield source.replace(/^\ufeff/, '');
    return;
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of source) {
    yield decode(
      decoder,
      typeof chunk === 'string' ? Buffer.from(chunk) : chunk,
    );
  }
  yield decode(decoder);
}

/** The text of a file in pieces, without its byte order mark and with `\n` at the end of each line. */
export async function* readText(
  source: TextSource,
): AsyncGenerator<string, void> {
  let held = '';
  for await (const piece of decoded(source)) {
    const text = held + piece;
    // The other half of a \r\n may come with the next piece.
    held = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n');
  }
  if (held) yield '\n';
}

/**
 * Reads until the first line that is not empty is complete.
 *
 * @returns the line, and all that was read so far
 */
export async function readFirstLine(
  text: AsyncGenerator<string, void>,
): Promise<{ line: string; read: string }> {
  let read = '';
  while (read.length <= MAX_HEADER_LENGTH) {
    const { value = '', done } = await text.next();
    read += value;
    if (done) return { line: read, read };
    const [, line] = (value.includes('\n') && firstLine.exec(read)) || [];
    if (line !== undefined) return { line, read };
  }
  throw new InputError(
    `The first line of the file is longer than ${MAX_HEADER_LENGTH} characters: it must name the columns`,
  );
}

/** A text of which the beginning was already read. */
export async function* resume(
  read: string,
  rest: AsyncGenerator<string, void>,
): AsyncGenerator<string, void> {
  yield read;
  yield* rest;
}
