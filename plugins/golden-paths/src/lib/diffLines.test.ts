import { diffLines } from './diffLines';

describe('lines of a diff', () => {
  it('begin where the file does, and say what each is', () => {
    const diff = [
      'diff --git a/x b/x',
      '--- a/x',
      '+++ b/x',
      '@@ -1,3 +1,3 @@',
      ' same',
      '-old',
      '+new',
      '',
    ].join('\n');
    expect(diffLines(diff)).toEqual([
      { kind: 'place', text: '@@ -1,3 +1,3 @@' },
      { kind: 'same', text: ' same' },
      { kind: 'removed', text: '-old' },
      { kind: 'added', text: '+new' },
    ]);
  });

  it('tell the marks of a conflict from what is added', () => {
    const kinds = diffLines(
      '@@ -1 +1,5 @@\n+<<<<<<< main\n+a\n+=======\n+b\n+>>>>>>> template\n',
    ).map(({ kind }) => kind);
    expect(kinds).toEqual(['place', 'mark', 'added', 'mark', 'added', 'mark']);
  });
});
