import fc from 'fast-check';
import { GitAddresses } from './addresses';

const addresses = new GitAddresses({
  appBaseUrl: 'https://portal.example.com/base/',
  backendBaseUrl: 'https://api.example.com/',
});

describe('GitAddresses', () => {
  it('names files, folders and what is cloned', () => {
    const place = { name: 'shop', ref: 'main', path: '' };
    const base = 'https://portal.example.com/base/git/shop';
    expect(addresses.of(place)).toBe(`${base}/tree/main/`);
    expect(addresses.of({ ...place, path: 'docs/' })).toBe(
      `${base}/tree/main/docs/`,
    );
    expect(addresses.of({ ...place, path: 'catalog-info.yaml' })).toBe(
      `${base}/blob/main/catalog-info.yaml`,
    );
    expect(addresses.clone('shop')).toBe(
      'https://api.example.com/api/git/repositories/shop.git',
    );
  });

  it.each([
    'https://portal.example.com/git/shop/blob/main/a',
    'https://portal.example.com/base/git/shop',
    'https://portal.example.com/base/git/Shop/blob/main/a',
    'https://portal.example.com.evil/base/git/shop/blob/main/a',
    'https://github.com/org/shop/blob/main/a',
  ])('takes %s for something else', address => {
    expect(addresses.parse(address)).toBeUndefined();
  });

  it('reads back what it wrote, whatever the path is', () => {
    const part = fc
      .string({ minLength: 1, unit: 'grapheme' })
      .filter(text => !/[/\\]|^\.+$/.test(text));
    fc.assert(
      fc.property(fc.array(part), fc.boolean(), (parts, isFolder) => {
        const slash = isFolder && parts.length > 0 ? '/' : '';
        const path = parts.join('/') + slash;
        const place = { name: 'shop', ref: 'feature/x', path };
        const { href } = new URL(addresses.of(place));
        expect(addresses.parse(href)).toEqual(place);
      }),
    );
  });

  it('name the file that says what a repository holds, and no other', () => {
    const definition = addresses.definition('shop');
    expect(addresses.definedBy(definition)).toBe('shop');
    for (const [ref, path] of [
      ['template', 'catalog-info.yaml'],
      ['main', 'docs/catalog-info.yaml'],
    ]) {
      const other = addresses.of({ name: 'shop', ref, path });
      expect(addresses.definedBy(other)).toBeUndefined();
    }
    expect(addresses.definedBy('https://github.com/a/b')).toBeUndefined();
  });
});
