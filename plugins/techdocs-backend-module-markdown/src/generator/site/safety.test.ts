import { linesOf } from '../source/SourceLine';
import { urlOf } from '../render/links/sitePaths';
import { freeAssets } from './uniquePages';
import { SitePage } from './SitePage';
import { searchIndexOf } from './searchIndex';

function page(path: string): SitePage {
  return {
    path,
    url: urlOf(path),
    title: path,
    content: {
      html: '',
      meta: { hide: [], searchExcluded: false },
      headings: [],
      ids: [],
      links: [],
      sections: [{ title: path, text: 'text' }],
      problems: [],
    },
  };
}

describe('freeAssets', () => {
  it('leaves out what stands where a page or its folder is', () => {
    const { assets, problems } = freeAssets(
      ['LICENSE', 'a/index.html', 'a/picture.png', 'deep'],
      [page('LICENSE.md'), page('a.md'), page('deep/er/b.md')],
      'docs',
    );
    expect(assets).toEqual(['a/picture.png']);
    expect(problems.map(({ file }) => file)).toEqual([
      'docs/LICENSE',
      'docs/a/index.html',
      'docs/deep',
    ]);
  });
});

describe('searchIndexOf', () => {
  it('leads to pages whose names have signs of addresses', () => {
    expect(searchIndexOf([page('C#.md')])).toMatchObject({
      docs: [{ location: 'C%23/' }],
    });
  });
});

describe('linesOf', () => {
  it('counts lines whatever ends them', () => {
    expect(linesOf('\uFEFFa\r\nb\rc\nd').map(({ text }) => text)).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
  });
});
