import fc from 'fast-check';
import { branchOf, namespaceOf } from './names';

const component = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,51}[a-z0-9])?$/);
const branch = fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' });

describe('the name of an environment', () => {
  it.each([
    ['shop', undefined, 'dev-shop'],
    ['shop', 'main', 'dev-shop'],
    ['shop', 'new-cart', 'dev-shop-new-cart'],
  ])('of %s, branch %s, is %s', (name, of, expected) => {
    expect(namespaceOf(name, of)).toBe(expected);
  });

  it('is one that a namespace may have, whatever the branch', () => {
    fc.assert(
      fc.property(component, fc.option(branch, { nil: undefined }), (c, b) => {
        expect(namespaceOf(c, b)).toMatch(
          /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
        );
      }),
    );
  });

  it('is always the same, and another for every branch', () => {
    fc.assert(
      fc.property(component, branch, branch, (c, a, b) => {
        const isSame = branchOf(a) === branchOf(b);
        expect(namespaceOf(c, a) === namespaceOf(c, b)).toBe(isSame);
      }),
    );
  });

  it('keeps branches apart that are written alike', () => {
    const names = ['fix/cart', 'fix-cart', 'Fix-Cart', 'fix_cart'].map(each =>
      namespaceOf('shop', each),
    );
    expect(new Set(names).size).toBe(4);
    expect(names[0]).toMatch(/^dev-shop-fix-cart-[0-9a-f]{6}$/);
  });
});
