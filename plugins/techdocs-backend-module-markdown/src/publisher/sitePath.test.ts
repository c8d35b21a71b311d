import fc from 'fast-check';
import { canonicalPath, parseSitePath } from './sitePath';

describe('parseSitePath', () => {
  it('names entity and file', () => {
    expect(parseSitePath('/Default/System/B-1/a%20b/c.html')).toEqual({
      entityRef: 'system:default/b-1',
      path: 'a b/c.html',
    });
  });

  it('answers no path that leads anywhere but down', () => {
    const segment = fc.constantFrom(
      ...['..', '.', '', 'a', '%2e%2e', '%2E.', '%5c', '\\', '%00', '%2f', '%'],
    );
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 8 }), segments => {
        const parsed = parseSitePath(`/n/k/e/${segments.join('/')}`);
        const parts = parsed?.path.split('/') ?? [];
        expect(parts.every(part => /^(a|index\.html)$/.test(part))).toBe(true);
        expect(parsed?.entityRef ?? 'k:n/e').toBe('k:n/e');
      }),
    );
  });
});

describe('canonicalPath', () => {
  it('lowers the entity alone, and a second time nothing', () => {
    expect(canonicalPath('/A/B/C/D/e.Png')).toBe('/a/b/c/D/e.Png');
    expect(canonicalPath('/A/B')).toBe('/A/B');
    fc.assert(
      fc.property(fc.webPath(), path => {
        const canonical = canonicalPath(path);
        expect(canonicalPath(canonical)).toBe(canonical);
      }),
    );
  });
});
