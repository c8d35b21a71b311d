import { pathTo, repositoryPath, stepsTo, within } from './paths';

describe('addresses of repositories', () => {
  it('are those that the catalog and the scaffolder link to', () => {
    const place = { name: 'shop', ref: 'feature/x', path: 'docs/a b.md' };
    expect(pathTo('blob', place)).toBe(
      '/git/shop/blob/feature%2Fx/docs/a%20b.md',
    );
    expect(repositoryPath('shop')).toBe('/git/shop/tree/main');
  });

  it('lead from the root to a place', () => {
    expect(stepsTo({ name: 'shop', path: 'docs/deep/c.md' })).toEqual([
      { label: 'shop', path: '' },
      { label: 'docs', path: 'docs' },
      { label: 'deep', path: 'docs/deep' },
      { label: 'c.md', path: 'docs/deep/c.md' },
    ]);
    expect(stepsTo({ name: 'shop', path: '' })).toHaveLength(1);
  });

  it.each([
    ['', 'docs', 'docs'],
    ['docs', 'a.md', 'docs/a.md'],
    ['docs/', 'a.md', 'docs/a.md'],
  ])('go from %j into %j', (folder, name, place) => {
    expect(within(folder, name)).toBe(place);
  });
});
