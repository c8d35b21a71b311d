import { definitionPlace } from './definitionPlace';

describe('definitionPlace', () => {
  it('names the file below the definitions folder', () => {
    expect(
      definitionPlace({
        'backstage.io/managed-by-location':
          'file:/srv/portal/catalog-info/org/1b.yaml',
      }),
    ).toEqual({
      label: 'catalog-info/org/1b.yaml',
      address: '/srv/portal/catalog-info/org/1b.yaml',
      href: undefined,
    });
  });

  it('links to what a browser can open, and to the edit address first', () => {
    const url = 'https://git.example.com/team/repo/blob/main/catalog.yaml';
    const annotations = { 'backstage.io/managed-by-location': `url:${url}` };
    expect(definitionPlace(annotations)).toEqual({
      label: 'blob/main/catalog.yaml',
      address: url,
      href: url,
    });
    expect(
      definitionPlace({
        ...annotations,
        'backstage.io/edit-url': 'https://git.example.com/edit',
      })?.href,
    ).toBe('https://git.example.com/edit');
  });

  it('never links to a script', () => {
    const script = ['javascript', 'alert(1)'].join(':');
    const place = definitionPlace({
      'backstage.io/managed-by-location': `url:${script}`,
      'backstage.io/edit-url': script,
    });
    expect(place?.href).toBeUndefined();
  });

  it('knows nothing without annotations', () => {
    expect(definitionPlace()).toBeUndefined();
    expect(definitionPlace({})).toBeUndefined();
  });
});
