import { excerptOf } from './excerptOf';

const tags = { preTag: '<a1>', postTag: '</a1>' };

const marking = (text: string) => ({ ...tags, fields: { text } });

/** As it is shown, with brackets for what is marked. */
const shown = (...args: Parameters<typeof excerptOf>) =>
  excerptOf(...args)
    .map(({ text, marked }) => (marked ? `[${text}]` : text))
    .join('');

const words = (count: number) =>
  Array.from({ length: count }, (_, at) => `word${at}`).join(' ');

describe('excerptOf', () => {
  it('shows a short text as it is, on one line', () => {
    expect(shown('Who is\n  called')).toBe('Who is called');
  });

  it('marks what the engine marked', () => {
    expect(
      shown('Who is called', marking('<a1>Who</a1> is <a1>called</a1>')),
    ).toBe('[Who] is [called]');
  });

  it('shows the beginning of a long text without a mark', () => {
    expect(shown(words(100))).toMatch(/^word0 word1 .* word\d+ …$/);
  });

  it('shows the surroundings of the first mark of a long text', () => {
    const text = `${words(100)} paged ${words(100)}`;
    const result = shown(
      text,
      marking(text.replace('paged', '<a1>paged</a1>')),
    );
    expect(result).toMatch(/^… word\d+ .*word99 \[paged\] word0 .* word\d+ …$/);
  });

  it('says that a fragment is not the whole text', () => {
    expect(
      shown('One two three four five', marking('three <a1>four</a1>')),
    ).toBe('… three [four] …');
  });

  it('shows the text where the engine marked another field', () => {
    expect(
      shown('Who is called', {
        ...tags,
        fields: { title: '<a1>Escalation</a1>' },
      }),
    ).toBe('Who is called');
  });

  it.each([
    ['at the beginning', '', words(100)],
    ['at the end', words(100), ''],
    ['between words that never end', 'x'.repeat(500), 'y'.repeat(500)],
    ['on lines of their own', `${words(100)}\n\n`, '\n\n'],
  ])('keeps the mark and stays short %s', (_, before, after) => {
    const passages = excerptOf(
      `${before} paged ${after}`,
      marking(`${before} <a1>paged</a1> ${after}`),
    );
    const length = passages.reduce((sum, { text }) => sum + text.length, 0);
    expect(length).toBeLessThan(250);
    expect(passages).toContainEqual({ text: 'paged', marked: true });
  });
});
