import fc from 'fast-check';
import { matchRoutes } from 'react-router-dom';
import { linkedFrom, pathTo, repositoryPath, stepsTo, within } from './paths';

describe('addresses of repositories', () => {
  it('are those that the catalog and the scaffolder link to', () => {
    const place = { name: 'shop', ref: 'feature/x', path: 'docs/a b.md' };
    expect(pathTo('blob', place)).toBe(
      '/git/shop/blob/feature%2Fx/docs/a%20b.md',
    );
    expect(repositoryPath('shop')).toBe('/git/shop/tree/main');
  });

  it('are read back by the page, whatever the file is called within a line', () => {
    // The router takes no line break for a part of an address.
    const part = fc
      .string({ minLength: 1, unit: 'grapheme' })
      .filter(text => !/[/\\%\n\r\u2028\u2029]|^\.+$/.test(text));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), parts => {
        const path = parts.join('/');
        const { pathname } = new URL(
          pathTo('blob', { name: 'shop', ref: 'feature/x', path }),
          'http://portal.test',
        );
        const routes = [{ path: '/git/:name/blob/:ref/*' }];
        const found = matchRoutes(routes, pathname)?.at(-1);
        expect(found?.params).toEqual({
          name: 'shop',
          ref: 'feature/x',
          '*': path,
        });
      }),
    );
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

describe('links of a text in a repository', () => {
  const docs = { name: 'shop', ref: 'main', path: 'docs' };

  it.each([
    ['runbook.md', '/git/shop/blob/main/docs/runbook.md'],
    ['./runbook.md#alarms', '/git/shop/blob/main/docs/runbook.md'],
    ['images/', '/git/shop/tree/main/docs/images'],
    ['../README.md', '/git/shop/blob/main/README.md'],
    ['/LICENSE', '/git/shop/blob/main/LICENSE'],
    ['..', '/git/shop/tree/main'],
    ['https://example.com/a', 'https://example.com/a'],
    ['mailto:b-1@example.com', 'mailto:b-1@example.com'],
    ['#alarms', undefined],
    ['data:text/html,shop', undefined],
    ['//example.com/a', undefined],
    ['%zz', undefined],
  ])('lead from %j to %j', (href, path) => {
    expect(linkedFrom(docs, href)).toBe(path);
  });

  it('lead on from a folder whatever it is called', () => {
    const folder = { ...docs, path: 'c#/50% a?b' };
    expect(linkedFrom(folder, 'x.md')).toBe(
      '/git/shop/blob/main/c%23/50%25%20a%3Fb/x.md',
    );
  });

  it('stay in the repository unless they name another place in full', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.string(), (path, text) => {
        for (const href of [`../../..${path}`, `${text}/../../../x`]) {
          const to = linkedFrom(docs, href);
          const stays =
            to === undefined ||
            /^(https?:|mailto:)/i.test(href) ||
            new URL(to, 'http://portal.test').pathname.startsWith('/git/shop/');
          expect(stays).toBe(true);
        }
      }),
    );
  });
});
