import { treeLines } from './fileTree';

const file = (path: string) => ({ path, bytes: 1, text: path });

describe('the tree of files', () => {
  it('has folders before files, each by name', () => {
    const files = [
      'src/server.ts',
      'README.md',
      'src/lib/a.ts',
      '.gitignore',
      'docs/index.md',
    ];
    const lines = treeLines(files.map(file));
    expect(lines.map(({ depth, name }) => `${depth} ${name}`)).toEqual([
      '0 docs',
      '1 index.md',
      '0 src',
      '1 lib',
      '2 a.ts',
      '1 server.ts',
      '0 .gitignore',
      '0 README.md',
    ]);
    expect(
      lines.filter(line => line.file).map(({ path }) => path),
    ).toHaveLength(5);
  });

  it('takes no folder for another whose name begins like it', () => {
    const lines = treeLines([file('a/x'), file('ab/y')]);
    expect(lines.map(({ path }) => path)).toEqual(['a', 'a/x', 'ab', 'ab/y']);
  });

  it('has no lines where there are no files', () => {
    expect(treeLines([])).toEqual([]);
  });
});
