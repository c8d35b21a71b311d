import { relativeUrl, urlOf } from './sitePaths';

describe('urlOf', () => {
  it.each([
    ['index.md', ''],
    ['README.md', ''],
    ['a.md', 'a/'],
    ['a/index.md', 'a/'],
    ['a/ReadMe.markdown', 'a/'],
    ['a/b.c.md', 'a/b.c/'],
  ])('gives %s the address %j', (path, expected) => {
    expect(urlOf(path)).toBe(expected);
  });
});

describe('relativeUrl', () => {
  it.each([
    ['', '', './'],
    ['a/', '', '../'],
    ['a/b/', 'a/c/', '../c/'],
    ['a/', 'x.png', '../x.png'],
    ['', 'data:x/', './data%3Ax/'],
    ['', 'C#/', 'C%23/'],
  ])('leads from %j to %j by %s', (from, to, expected) => {
    expect(relativeUrl(from, to)).toBe(expected);
  });
});
