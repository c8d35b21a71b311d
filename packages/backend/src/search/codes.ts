import { IndexableDocument } from '@backstage/plugin-search-common';

const code = /^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*-\d+$/u;

/**
 * Of a term, the words such as `B-1`. Neither index knows them as one word: PostgreSQL takes their end
 * for a negative number, and a letter such as the `A` of `A-1` counts as a word without meaning.
 */
export function codesOf(term: string): string[] {
  return term
    .split(/\s+/)
    .map(word => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter(word => code.test(word));
}

/** Whether a document has each of the codes as a word of one of its fields. */
export function holdsEach(
  document: IndexableDocument,
  codes: string[],
): boolean {
  const fields = Object.values(document).map(value =>
    typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
  );
  return codes.every(each => {
    const whole = new RegExp(
      `(?<![\\p{L}\\p{N}])${each}(?![\\p{L}\\p{N}])`,
      'iu',
    );
    return fields.some(field => whole.test(field));
  });
}
