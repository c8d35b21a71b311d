/** The text of a file in parts of at most so many characters, without ever holding all of it. */
export async function* partsOf(
  file: Blob,
  partLength: number,
): AsyncGenerator<string> {
  // Decodes as a stream, so that a part never ends inside a character.
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  const step = 1024 * 1024;
  for (let start = 0; start < file.size; start += step) {
    const bytes = await file.slice(start, start + step).arrayBuffer();
    text += decode(decoder, bytes, start + step < file.size);
    while (text.length >= partLength) {
      const end = endOfPart(text, partLength);
      yield text.slice(0, end);
      text = text.slice(end);
    }
  }
  if (text) yield text;
}

function decode(decoder: TextDecoder, bytes: ArrayBuffer, stream: boolean) {
  try {
    return decoder.decode(bytes, { stream });
  } catch {
    throw new Error(
      'The file is not UTF-8: save it as UTF-8 and choose it again',
    );
  }
}

/** One less where the part would end between the two halves of a character. */
function endOfPart(text: string, length: number): number {
  const code = text.charCodeAt(length - 1);
  return code >= 0xd800 && code <= 0xdbff ? length - 1 : length;
}
