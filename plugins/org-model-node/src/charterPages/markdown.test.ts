import fc from 'fast-check';
import { bullets, escapeMarkdown, link, table } from './markdown';
import { shownText } from '../__testUtils__/shownText';

describe('escapeMarkdown', () => {
  it.each([
    ['Kernel patching ≤ 48h', 'Kernel patching ≤ 48h'],
    ['P95 latency < 5ms', 'P95 latency < 5ms'],
    ['schema partitioning of tenant_id', 'schema partitioning of tenant_id'],
    ['_all_ of *it*', '\\_all\\_ of \\*it\\*'],
    ['[a](b) and `c`', '\\[a\\](b) and \\`c\\`'],
    ['a|b ~~c~~', 'a&#124;b &#126;&#126;c&#126;&#126;'],
    ['<script>alert(1)</script>', '&lt;script>alert(1)&lt;/script>'],
    ['R&D &lt; A&B;', 'R&D &amp;lt; A&amp;B;'],
    ['# no heading', '\\# no heading'],
    ['- no item', '\\- no item'],
    ['1. no item', '1\\. no item'],
    ['1.30 is no item', '1.30 is no item'],
    ['!!! note', '\\!!! note'],
    ['=== "tab"', '&#61;== "tab"'],
    ['{ .class }', '\\{ .class \\}'],
    ['two\nlines', 'two lines'],
  ])('shows %p as it is', (text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown);
  });

  it('loses nothing of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(shownText(escapeMarkdown(text))).toBe(
          text.trim().replace(/\s+/g, ' '),
        );
      }),
    );
  });

  it('leaves nothing that could be markup', () => {
    const characters = fc.constantFrom(...'\\`*[]{}|~<a#-1.) ');
    fc.assert(
      fc.property(fc.string({ unit: characters }), text => {
        const markdown = escapeMarkdown(text).replace(/\\[^a1<]/g, 'x');
        expect(markdown).not.toMatch(/[\\`*[\]{}|~]|<a|^[#-]|^1[.)]( |$)/);
      }),
    );
  });
});

it('makes lists with lists below, tables and links', () => {
  expect(bullets(['a', { item: 'b', below: ['c'] }])).toBe('- a\n- b\n  - c');
  expect(table(['A', 'B'], [['a', 'b']])).toBe(
    '| A | B |\n| --- | --- |\n| a | b |',
  );
  expect(link('a]b', '/x')).toBe('[a\\]b](/x)');
});
