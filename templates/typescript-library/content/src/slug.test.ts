import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { slugOf } from './index.ts';

describe('slugOf', () => {
  it('leaves letters and digits, with one hyphen for what is between', () => {
    assert.equal(
      slugOf('  Orders & Returns, 2nd ed. '),
      'orders-returns-2nd-ed',
    );
  });

  it('takes accents off', () => {
    assert.equal(slugOf('Crème brûlée'), 'creme-brulee');
  });

  it('ends before the most characters, and not in a hyphen', () => {
    assert.equal(slugOf('abc def', { most: 4 }), 'abc');
  });

  it('is nothing for a text without letters and digits', () => {
    assert.equal(slugOf('– ?'), undefined);
  });
});
